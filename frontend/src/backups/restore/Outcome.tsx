import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconBan, IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useViewer } from '@/auth/session';
import { useLanguage } from '@/i18n';
import { formatDateTime } from '@/i18n/formats';

import type { Restore } from '../backup-documents';
import { failureOf } from './restore-rules';
import { RestoreFacts } from './RestoreFacts';

const LOOKS = {
  DONE: { Icon: IconCircleCheck, colour: 'green' },
  FAILED: { Icon: IconAlertTriangle, colour: 'red' },
  CANCELLED: { Icon: IconBan, colour: 'gray' },
} as const;

type Over = keyof typeof LOOKS;

/** A restore that is over: how it went, and what one can do now. */
export function Outcome({ restore }: { restore: Restore }) {
  const { t } = useTranslation('backups');
  const { canRestoreBackups } = useViewer();
  const state = restore.state as Over;
  const { Icon, colour } = LOOKS[state];
  const detail = useDetail(restore);
  return (
    <Stack gap="lg">
      <Alert
        role="status"
        color={colour}
        icon={<Icon aria-hidden />}
        title={t(`restore.progress.over.${state}`)}
      >
        {state === 'FAILED' && (
          <Text fz="sm" mb={4}>
            {t(`failure.${failureOf(restore.failure)}`)}
          </Text>
        )}
        <Text fz="sm">{detail}</Text>
      </Alert>
      <RestoreFacts restore={restore} />
      <Group gap="xs" justify="flex-end">
        {state === 'FAILED' && canRestoreBackups && (
          <Button
            variant="default"
            renderRoot={(props) => (
              <Link
                {...props}
                to="/backups/restore"
                search={restore.backup ? { backup: restore.backup.id } : {}}
              />
            )}
          >
            {t('restore.progress.retry')}
          </Button>
        )}
        <Button renderRoot={(props) => <Link {...props} to="/backups" />}>
          {t('restore.progress.toList')}
        </Button>
      </Group>
    </Stack>
  );
}

function useDetail({ state, backup }: Restore): string {
  const { t } = useTranslation('backups');
  const language = useLanguage();
  if (state === 'FAILED') return t('restore.progress.over.FAILED_detail');
  if (state === 'CANCELLED') return t('restore.progress.over.CANCELLED_detail');
  return backup?.takenAt
    ? t('restore.progress.over.DONE_detail', { moment: formatDateTime(backup.takenAt, language) })
    : t('restore.progress.over.DONE_detailGone');
}
