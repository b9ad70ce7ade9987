import { Button, Center, Code, Stack, Text, ThemeIcon } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { AppError } from '@/graphql';

export interface ErrorStateProps {
  error: Error;
  onRetry?: () => void;
}

/** Something could not be shown: what, why, and the way out. */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const { t } = useTranslation(['errors', 'app']);
  const code = error instanceof AppError ? error.code : 'INTERNAL';
  const requestId = error instanceof AppError ? error.details.requestId : undefined;
  return (
    <Center py={56} px="md" role="alert">
      <Stack align="center" gap="xs" maw="30rem" ta="center">
        <ThemeIcon variant="light" color="red" size={48} radius="xl" aria-hidden>
          <IconAlertTriangle size={24} />
        </ThemeIcon>
        <Text fw={600}>{t(`app.${code}.title`)}</Text>
        <Text c="dimmed" size="sm">
          {t(`app.${code}.detail`)}
        </Text>
        {requestId && <Code>{t('app.requestId', { requestId })}</Code>}
        {onRetry && (
          <Button variant="default" onClick={onRetry} mt="xs">
            {t('app:action.retry')}
          </Button>
        )}
      </Stack>
    </Center>
  );
}
