import { Alert, Text } from '@mantine/core';
import { IconClockPause } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Too many attempts. The message is read out once; the ticking number is not. */
export function Throttled({ seconds }: { seconds: number }) {
  const { t } = useTranslation('auth');
  return (
    <Alert
      role="alert"
      color="orange"
      icon={<IconClockPause aria-hidden />}
      title={t('throttled.title')}
    >
      <Text size="sm">{t('throttled.detail')}</Text>
      <Text size="sm" aria-live="off" style={{ fontVariantNumeric: 'tabular-nums' }}>
        {seconds > 0 ? t('throttled.wait', { count: seconds }) : t('throttled.over')}
      </Text>
    </Alert>
  );
}
