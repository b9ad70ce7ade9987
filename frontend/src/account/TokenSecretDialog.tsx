import { Alert, Button, Code, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { DialogPattern } from '@/design';

import { CopyText } from './CopyText';
import { CurlExample } from './CurlExample';

/** The token itself, this once. */
export function TokenSecretDialog({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { t } = useTranslation('account');
  return (
    <DialogPattern
      opened
      onClose={onClose}
      title={t('tokens.secretTitle')}
      size="lg"
      isLocked
      footer={<Button onClick={onClose}>{t('tokens.secretKept')}</Button>}
    >
      <Stack gap="md">
        <Alert color="orange" icon={<IconAlertTriangle aria-hidden />}>
          {t('tokens.secretOnce')}
        </Alert>
        <CopyText text={secret}>
          <Code block tabIndex={0} data-testid="token" aria-label={t('tokens.secretTitle')}>
            {secret}
          </Code>
        </CopyText>
        <Text size="sm">{t('tokens.secretTry')}</Text>
        <CurlExample secret={secret} />
      </Stack>
    </DialogPattern>
  );
}
