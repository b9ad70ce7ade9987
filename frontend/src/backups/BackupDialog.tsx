import { Button, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { DateText, DialogPattern, Facts } from '@/design';
import { useLanguage } from '@/i18n';
import { formatBytes, formatDateTime, formatNumber, formatSeconds } from '@/i18n/formats';

import type { BackupRun } from './backup-documents';
import { momentOf, shownState } from './backup-state';
import classes from './backups.module.css';
import { StateCell } from './StateCell';

/** In the order in which it is done. */
const CHECKS = ['fetched', 'opened', 'restored', 'compared', 'audit', 'worked'] as const;

interface BackupDialogProps {
  run: BackupRun;
  canRestore: boolean;
  /** Null when none can be looked into now. */
  onLook: ((run: BackupRun) => void) | null;
  onClose: () => void;
}

/** Everything there is to tell of one back-up, and what was checked. */
export function BackupDialog({ run, canRestore, onLook, onClose }: BackupDialogProps) {
  const { t } = useTranslation(['backups', 'app']);
  const language = useLanguage();
  const state = shownState(run);
  return (
    <DialogPattern
      opened
      onClose={onClose}
      size="lg"
      title={t('details.title', { moment: formatDateTime(momentOf(run), language) })}
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            {t('app:action.close')}
          </Button>
          {onLook && run.canBeRestored && (
            <Button
              variant="light"
              onClick={() => {
                onLook(run);
              }}
            >
              {t('list.look')}
            </Button>
          )}
          {canRestore && run.canBeRestored && (
            <Button
              variant="light"
              renderRoot={(props) => (
                <Link {...props} to="/backups/restore" search={{ backup: run.id }} />
              )}
            >
              {t('list.restore')}
            </Button>
          )}
        </>
      }
    >
      <Stack gap="md">
        <div>
          <StateCell run={run} />
        </div>
        <Text fz="sm">{t(`details.means.${state}`)}</Text>
        {state === 'PROVEN' && <Checks />}
        <RunFacts run={run} />
      </Stack>
    </DialogPattern>
  );
}

function Checks() {
  const { t } = useTranslation('backups');
  return (
    <div>
      <Title order={3} size="h4" mb={6}>
        {t('details.checked')}
      </Title>
      <ul className={classes.checks}>
        {CHECKS.map((check) => (
          <li key={check} className={classes.check}>
            <ThemeIcon size={20} radius="xl" variant="light" color="green" aria-hidden>
              <IconCheck size={14} />
            </ThemeIcon>
            <Text fz="sm">{t(`details.check.${check}`)}</Text>
          </li>
        ))}
      </ul>
    </div>
  );
}

function RunFacts({ run }: { run: BackupRun }) {
  const { t } = useTranslation('backups');
  const language = useLanguage();
  const moment = (value: string | null | undefined) =>
    value ? <DateText value={value} withTime /> : null;
  const number = (value: number | null | undefined) =>
    value == null ? null : formatNumber(value, language);
  const { databaseBytes, files, fileBytes, proofSeconds, attempts, state } = run;
  const isRefuted = state === 'REFUTED';
  return (
    <div>
      <Facts
        facts={[
          [t('list.store'), `${t(`store.${run.tier}`)} · ${t(`storeWhere.${run.tier}`)}`],
          [t('list.why'), t(`why.${run.reason}`)],
          [t('details.takenAt'), moment(run.takenAt)],
          [t('details.dueAt'), moment(run.dueAt)],
          [t('details.begunAt'), state === 'ASKED' ? null : moment(run.begunAt)],
          [
            t(state === 'FAILED' ? 'details.failedAt' : 'details.finishedAt'),
            moment(run.finishedAt),
          ],
          [t('details.nextAttemptAt'), moment(run.nextAttemptAt)],
          [t('details.attempts'), attempts > 1 ? number(attempts) : null],
          [t('details.sequence'), number(run.sequence)],
          [
            t('details.database'),
            databaseBytes == null ? null : formatBytes(databaseBytes, language),
          ],
          [
            t('details.files'),
            files == null
              ? null
              : t('details.filesValue', {
                  count: files,
                  size: formatBytes(fileBytes ?? 0, language),
                }),
          ],
          [t(isRefuted ? 'details.refutedAt' : 'details.provenAt'), moment(run.provenAt)],
          [
            t('details.duration'),
            proofSeconds == null ? null : formatSeconds(proofSeconds, language),
          ],
          [t('details.rows'), number(run.provenRows)],
          [t('details.removedAt'), moment(run.removedAt)],
        ]}
      />
      {databaseBytes != null && (
        <Text fz="xs" c="dimmed" mt={6}>
          {t('details.sizeMeans')}
        </Text>
      )}
    </div>
  );
}
