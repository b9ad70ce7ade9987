import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { PageTitle } from '@/design';

import { RecoveryCodes } from './RecoveryCodes';

export interface RecoveryCodesStepProps {
  codes: readonly string[];
  account: string;
  onDone: () => Promise<void>;
}

/** The last step of activating 2FA: what to keep for the day the phone is gone. */
export function RecoveryCodesStep({ codes, account, onDone }: RecoveryCodesStepProps) {
  const { t } = useTranslation('auth');
  const [isKept, setKept] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  return (
    <Stack gap="md">
      <PageTitle>{t('recovery.new.title')}</PageTitle>
      <Alert role="status" icon={<IconShieldCheck aria-hidden />}>
        {t('enrollment.done')}
      </Alert>
      <Text>{t('recovery.new.why')}</Text>
      <Text>{t('recovery.new.where')}</Text>
      <RecoveryCodes codes={codes} account={account} isKept={isKept} onKept={setKept} />
      <Button
        size="md"
        disabled={!isKept}
        loading={isLeaving}
        onClick={async () => {
          setLeaving(true);
          await onDone();
        }}
        style={{ alignSelf: 'flex-start' }}
      >
        {t('recovery.new.continue')}
      </Button>
    </Stack>
  );
}
