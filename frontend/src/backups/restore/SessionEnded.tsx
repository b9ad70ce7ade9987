import { Button, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconDoorEnter } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { forgetViewer } from '@/auth/session';

import type { Restore } from '../backup-documents';

/** Putting back ends all sessions: says so before the sign-in page comes, and leads there. */
export function SessionEnded({ restore }: { restore: Restore }) {
  const { t } = useTranslation('backups');
  const queryClient = useQueryClient();
  const router = useRouter();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    button.current?.focus();
  }, []);
  const signIn = async () => {
    await router.navigate({
      to: '/sign-in',
      search: { returnTo: `/backups/restores/${restore.id}`, reason: 'environment-restored' },
    });
    forgetViewer(queryClient);
  };
  return (
    <Stack align="center" gap="sm" py="xl" ta="center" role="status">
      <ThemeIcon size={52} radius="xl" variant="light" color="green" aria-hidden>
        <IconDoorEnter size={28} />
      </ThemeIcon>
      <Title order={2}>
        {t(
          restore.state === 'DONE' ? 'restore.progress.ended.done' : 'restore.progress.ended.title',
        )}
      </Title>
      <Text maw="52ch">{t('restore.progress.ended.detail')}</Text>
      <Button ref={button} mt="xs" onClick={() => void signIn()}>
        {t('restore.progress.ended.button')}
      </Button>
    </Stack>
  );
}
