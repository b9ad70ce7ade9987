import { Alert, Button, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ConfirmDialog, FormErrors, SettingsSection } from '@/design';
import { useWrite } from '@/graphql';

import { RecoveryCodesDialog } from './RecoveryCodesDialog';
import { RegenerateRecoveryCodesDocument } from './factor-documents';

/** From here on one had better make new ones. */
const FEW = 3;

export function RecoveryCodesSection({ username, left }: { username: string; left: number }) {
  const { t } = useTranslation('account');
  const [isAsking, question] = useDisclosure(false);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const { write, isPending, general } = useWrite(RegenerateRecoveryCodesDocument, {
    payload: (reply) => reply.regenerateRecoveryCodes,
    refresh: ['MyAccount'],
  });

  const make = async (): Promise<void> => {
    const payload = await write({});
    question.close();
    if (payload?.codes) setCodes(payload.codes);
  };

  return (
    <SettingsSection title={t('recovery.title')} description={t('recovery.description')}>
      <Stack gap="xs" align="flex-start">
        {left > FEW ? (
          <Text>{t('recovery.left', { count: left })}</Text>
        ) : (
          <Alert color="orange" w="100%" icon={<IconAlertTriangle aria-hidden />}>
            {t('recovery.left', { count: left })} {t('recovery.few')}
          </Alert>
        )}
        <FormErrors errors={general} />
        <Button variant="default" onClick={question.open}>
          {t('recovery.make')}
        </Button>
      </Stack>
      <ConfirmDialog
        opened={isAsking}
        onClose={question.close}
        onConfirm={() => void make()}
        title={t('recovery.make')}
        message={t('recovery.makeDetail')}
        confirmLabel={t('recovery.make')}
        isPending={isPending}
      />
      {codes && (
        <RecoveryCodesDialog
          codes={codes}
          username={username}
          onClose={() => {
            setCodes(null);
          }}
        />
      )}
    </SettingsSection>
  );
}
