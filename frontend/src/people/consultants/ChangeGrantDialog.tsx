import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { DialogPattern, FormErrors, notify } from '@/design';
import { useWrite } from '@/graphql';

import { useRequired } from '../useRequired';
import { ChangeAccessGrantDocument, GRANT_QUERIES, type Grant } from './grant-documents';
import { type GrantDraft, GrantFields } from './GrantFields';

const FIELDS = ['organisation', 'reason', 'role', 'formKeys', 'endsOn'];

const draftOf = ({ organisation, reason, role, forms, endsOn }: Grant): GrantDraft => ({
  organisation,
  reason,
  role,
  formKeys: forms?.map(({ key }) => key) ?? null,
  endsOn,
});

/** Widens, narrows or lengthens a consultant's access. */
export function ChangeGrantDialog({ grant, onClose }: { grant: Grant; onClose: () => void }) {
  const { t } = useTranslation('people');
  const id = useId();
  const [draft, setDraft] = useState(() => draftOf(grant));
  const { write, isPending, errorOf, general } = useWrite(ChangeAccessGrantDocument, {
    payload: (reply) => reply.changeAccessGrant,
    fields: FIELDS,
    refresh: GRANT_QUERIES,
  });
  const required = useRequired({
    organisation: draft.organisation,
    endsOn: draft.endsOn ?? '',
    ...(draft.formKeys && { formKeys: draft.formKeys.join() }),
  });
  const save = async () => {
    if (!required.check()) return;
    const { formKeys, ...rest } = draft;
    const scope = formKeys === null ? { isForAllForms: true } : { formKeys };
    const input = { id: grant.id, version: grant.version, ...rest, ...scope };
    if (!(await write({ input }))) return;
    notify({ message: t('grant.changed', { name: grant.user.displayName }) });
    onClose();
  };
  return (
    <DialogPattern
      opened
      onClose={onClose}
      size="lg"
      title={t('grant.changeTitle', { name: grant.user.displayName })}
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" form={id} loading={isPending}>
            {t('person.save')}
          </Button>
        </>
      }
    >
      <form
        id={id}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <FormErrors errors={general} />
        <GrantFields
          value={draft}
          errorOf={{ ...errorOf, ...required.errors }}
          onChange={(change) => {
            setDraft((current) => ({ ...current, ...change }));
          }}
        />
      </form>
    </DialogPattern>
  );
}
