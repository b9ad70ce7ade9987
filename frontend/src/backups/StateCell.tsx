import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { DateText } from '@/design';
import { useLanguage } from '@/i18n';
import { formatSeconds } from '@/i18n/formats';

import type { BackupRun } from './backup-documents';
import { shownState } from './backup-state';
import { BytesProgress } from './BytesProgress';
import { StateBadge } from './StateBadge';

/** How far a back-up is, with what there is to tell about that. */
export function StateCell({ run }: { run: BackupRun }) {
  return (
    <>
      <StateBadge state={shownState(run)} />
      <Note run={run} />
    </>
  );
}

function Note({ run }: { run: BackupRun }) {
  const { t } = useTranslation('backups');
  const language = useLanguage();
  const { nextAttemptAt, proofSeconds, provenRows, removedAt } = run;
  switch (shownState(run)) {
    case 'RUNNING':
      return <BytesProgress run={run} />;
    case 'FAILED':
      return nextAttemptAt ? (
        <Text fz="xs" mt={2}>
          {t('note.again')} <DateText value={nextAttemptAt} withTime />
        </Text>
      ) : null;
    case 'PROVEN':
      return proofSeconds != null && provenRows != null ? (
        <Text fz="xs" c="dimmed" mt={2}>
          {t('note.proven', { count: provenRows, duration: formatSeconds(proofSeconds, language) })}
        </Text>
      ) : null;
    case 'REMOVED':
      return removedAt ? (
        <Text fz="xs" mt={2}>
          {t('note.removed')} <DateText value={removedAt} />
        </Text>
      ) : null;
    default:
      return null;
  }
}
