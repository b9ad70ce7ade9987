import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { notify } from '@/design';
import { graphql, useDocumentMutation, useUserErrors } from '@/graphql';

import { useRefreshRecords } from '../record/useRefreshRecords';

const DuplicateRecordDocument = graphql(`
  mutation DuplicateRecord($input: DuplicateRecordInput!) {
    duplicateRecord(input: $input) {
      record {
        id
        number
        code
      }
      userErrors {
        code
        path
        params
      }
    }
  }
`);

/** Copies a record and goes on with the copy, to make something else of it. */
export function useDuplicate(formKey: string) {
  const { t } = useTranslation('records');
  const { sentence } = useUserErrors();
  const navigate = useNavigate();
  const refresh = useRefreshRecords();
  const { mutateAsync, isPending } = useDocumentMutation(DuplicateRecordDocument);
  const run = async (original: { id: string; code: string }) => {
    try {
      const { duplicateRecord } = await mutateAsync({ input: { id: original.id } });
      const { record: copy, userErrors } = duplicateRecord;
      const error = userErrors[0];
      if (error || !copy) {
        notify({
          isError: true,
          title: t('duplicate.failed'),
          message: error ? sentence(error) : '',
        });
        return;
      }
      await refresh();
      notify({ message: t('duplicate.done', { original: original.code, copy: copy.code }) });
      await navigate({
        to: '/registers/$formKey/$number/edit',
        params: { formKey, number: String(copy.number) },
      });
    } catch {
      // A request that fails as a whole is told by the toast of the mutation cache.
    }
  };
  return { run, isPending };
}
