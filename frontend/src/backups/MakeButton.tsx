import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { notify } from '@/design';
import { useDocumentMutation, useUserErrors } from '@/graphql';

import { BACKUP_QUERIES, MakeBackupDocument } from './backup-documents';

/** A back-up besides those of the plan. Busy: one is being made, so there is nothing to ask for. */
export function MakeButton({ isBusy }: { isBusy: boolean }) {
  const { t } = useTranslation('backups');
  const { sentence } = useUserErrors();
  const queryClient = useQueryClient();
  const { mutate, isPending } = useDocumentMutation(MakeBackupDocument, {
    onSuccess: ({ makeBackup }) => {
      const [refused] = makeBackup.userErrors;
      notify(
        refused ? { message: sentence(refused), isError: true } : { message: t('make.asked') },
      );
    },
    onSettled: () => {
      for (const name of BACKUP_QUERIES) {
        void queryClient.invalidateQueries({ queryKey: [name] });
      }
    },
  });
  return (
    <Button
      variant="default"
      loading={isPending}
      // Not `disabled`: whoever pressed it with the keyboard would be nowhere.
      aria-disabled={isBusy}
      data-disabled={isBusy || undefined}
      onClick={() => {
        if (!isBusy) mutate({});
      }}
    >
      {t('make.button')}
    </Button>
  );
}
