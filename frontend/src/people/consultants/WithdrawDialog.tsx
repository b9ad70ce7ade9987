import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { ConfirmDialog, FormErrors, notify } from '@/design';
import { useWrite } from '@/graphql';

import { GRANT_QUERIES, type Grant, WithdrawAccessDocument } from './grant-documents';

/** Ends an outsider's access at once. */
export function WithdrawDialog({ grant, onClose }: { grant: Grant; onClose: () => void }) {
  const { t } = useTranslation('people');
  const { write, isPending, general } = useWrite(WithdrawAccessDocument, {
    payload: (reply) => reply.withdrawAccess,
    refresh: GRANT_QUERIES,
  });
  const name = grant.user.displayName;
  const withdraw = async () => {
    if (!(await write({ input: { id: grant.id } }))) return;
    notify({ message: t('withdraw.done', { name }) });
    onClose();
  };
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      onConfirm={() => void withdraw()}
      isPending={isPending}
      isDanger
      title={t('withdraw.title', { name })}
      confirmLabel={t('withdraw.confirm')}
      message={
        <Stack gap="sm">
          <FormErrors errors={general} />
          <Text fz="sm">{t('withdraw.means', { name })}</Text>
        </Stack>
      }
    />
  );
}
