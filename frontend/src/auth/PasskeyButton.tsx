import { Button } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { Attempt } from './use-attempt';

export function PasskeyButton(props: { attempt: Attempt; onClick: () => Promise<void> }) {
  const { attempt, onClick } = props;
  const { t } = useTranslation('auth');
  return (
    <Button
      variant="default"
      size="md"
      leftSection={<IconFingerprint size={20} aria-hidden />}
      loading={attempt.isPending}
      disabled={attempt.secondsLeft > 0}
      onClick={onClick}
    >
      {t('passkey.use')}
    </Button>
  );
}
