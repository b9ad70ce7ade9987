import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { ConfirmDialog, FormErrors, notify } from '@/design';
import { useWrite } from '@/graphql';

import { RestoreUserDocument } from './account-documents';
import { type Account, PEOPLE_QUERIES } from './people-documents';

/** Lets an archived person in again. */
export function RestoreDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation('people');
  const { write, isPending, general } = useWrite(RestoreUserDocument, {
    payload: (reply) => reply.restoreUser,
    refresh: PEOPLE_QUERIES,
  });
  const name = account.user.displayName;
  const restore = async () => {
    if (!(await write({ input: { id: account.id, version: account.version } }))) return;
    notify({ message: t('restore.done', { name }) });
    onClose();
  };
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      onConfirm={() => void restore()}
      isPending={isPending}
      title={t('restore.title', { name })}
      confirmLabel={t('restore.confirm')}
      message={
        <Stack gap="sm">
          <FormErrors errors={general} />
          <Text fz="sm">{t('restore.means', { name })}</Text>
        </Stack>
      }
    />
  );
}
