import { List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { ConfirmDialog, FormErrors, notify } from '@/design';
import { useWrite } from '@/graphql';

import { ResetSecondFactorDocument } from './account-documents';
import { type Account, PEOPLE_QUERIES } from './people-documents';

const CONSEQUENCES = ['code', 'sessions', 'next', 'mail'] as const;

/** Switches a colleague's second factor off, so that they set it up anew. */
export function ResetFactorDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation('people');
  const { write, isPending, general } = useWrite(ResetSecondFactorDocument, {
    payload: (reply) => reply.resetSecondFactor,
    refresh: PEOPLE_QUERIES,
  });
  const name = account.user.displayName;
  const reset = async () => {
    if (!(await write({ input: { id: account.id } }))) return;
    notify({ message: t('reset.done', { name }) });
    onClose();
  };
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      onConfirm={() => void reset()}
      isPending={isPending}
      isDanger
      title={t('reset.title', { name })}
      confirmLabel={t('reset.confirm')}
      message={
        <Stack gap="sm">
          <FormErrors errors={general} />
          <Text fz="sm">{t('reset.why', { name })}</Text>
          <List size="sm" spacing={4}>
            {CONSEQUENCES.map((consequence) => (
              <List.Item key={consequence}>{t(`reset.means.${consequence}`, { name })}</List.Item>
            ))}
          </List>
          <Text fz="sm" fw={550}>
            {t('reset.check', { name })}
          </Text>
        </Stack>
      }
    />
  );
}
