import { Alert, Button, Group, Progress, Stack, Text, VisuallyHidden } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { useViewer } from '@/auth/session';
import { FormErrors, notify } from '@/design';
import { useWrite } from '@/graphql';

import { BACKUP_QUERIES, CancelRestoreDocument, type Restore } from '../backup-documents';
import { canBeCancelled } from '../under-way';
import { RestoreFacts } from './RestoreFacts';
import { STAGES, type Stage } from './restore-rules';
import { Stages } from './Stages';

interface FollowingProps {
  restore: Restore;
  /** The server did not answer the last time. */
  isSilent: boolean;
}

/** A restore that is under way: where it is, and the way back while there is one. */
export function Following({ restore, isSilent }: FollowingProps) {
  const { t } = useTranslation('backups');
  const { canRestoreBackups } = useViewer();
  const { write, isPending, general } = useWrite(CancelRestoreDocument, {
    payload: (reply) => reply.cancelRestore,
    refresh: BACKUP_QUERIES,
  });
  const state = restore.state as Exclude<Stage, 'DONE'>;
  const at = STAGES.indexOf(state);
  const cancel = async () => {
    if (await write({ id: restore.id })) notify({ message: t('restore.progress.cancelled') });
  };
  return (
    <Stack gap="lg">
      <VisuallyHidden role="status">{t(`restore.progress.announce.${state}`)}</VisuallyHidden>
      <Progress.Root size="lg">
        <Progress.Section
          value={((at + 1) / STAGES.length) * 100}
          animated
          striped
          aria-label={t('restore.progress.title')}
        />
      </Progress.Root>
      <FormErrors errors={general} />
      <Stages state={state} />
      {isSilent && (
        <Alert role="status" color="gray" icon={<IconPlugConnectedX aria-hidden />}>
          {t('restore.progress.silence')}
        </Alert>
      )}
      <RestoreFacts restore={restore} />
      <Group justify="space-between" gap="sm">
        <Text fz="sm" c="dimmed">
          {t('restore.progress.stay')}
        </Text>
        {canRestoreBackups && canBeCancelled(state) && (
          <Button variant="default" loading={isPending} onClick={() => void cancel()}>
            {t('restore.progress.cancel')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
