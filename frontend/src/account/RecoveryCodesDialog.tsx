import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { RecoveryCodes } from '@/auth/RecoveryCodes';
import { DialogPattern } from '@/design';

export interface RecoveryCodesDialogProps {
  codes: readonly string[];
  username: string;
  onClose: () => void;
}

/** Fresh recovery codes: they are shown this once, so it stays until they were kept. */
export function RecoveryCodesDialog({ codes, username, onClose }: RecoveryCodesDialogProps) {
  const { t } = useTranslation(['auth', 'app']);
  const [isKept, setKept] = useState(false);
  return (
    <DialogPattern
      opened
      onClose={onClose}
      title={t('recovery.new.title')}
      size="lg"
      isLocked
      footer={
        <Button disabled={!isKept} onClick={onClose}>
          {t('app:action.close')}
        </Button>
      }
    >
      <Stack gap="sm">
        <Text size="sm">{t('recovery.new.why')}</Text>
        <Text size="sm">{t('recovery.new.where')}</Text>
        <RecoveryCodes codes={codes} account={username} isKept={isKept} onKept={setKept} />
      </Stack>
    </DialogPattern>
  );
}
