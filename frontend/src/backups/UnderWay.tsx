import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { Strip, notify } from '@/design';
import { useLanguage } from '@/i18n';
import { formatDateTime } from '@/i18n/formats';

import type { BackupRun } from './backup-documents';
import { momentOf } from './backup-state';
import { BytesProgress } from './BytesProgress';
import { isUnderWay } from './under-way';
import { useEnded } from './useEnded';

/** What is being made at this moment; says so when it is there. */
export function UnderWay({ runs }: { runs: readonly BackupRun[] }) {
  const { t } = useTranslation('backups');
  const busy = runs.filter(({ state }) => isUnderWay(state));
  useOutcome(runs);
  if (busy.length === 0) return null;
  return (
    <Strip label={t('underWay.title')}>
      {busy.map((run) => (
        <div key={run.id}>
          <Text fz="sm" fw={600} role="status">
            {run.state === 'RUNNING'
              ? t('underWay.RUNNING', { store: t(`store.${run.tier}`) })
              : t('underWay.ASKED')}
          </Text>
          {run.state === 'RUNNING' && <BytesProgress run={run} size="lg" />}
        </div>
      ))}
    </Strip>
  );
}

function useOutcome(runs: readonly BackupRun[]): void {
  const { t } = useTranslation('backups');
  const language = useLanguage();
  useEnded(
    runs,
    ({ state }) => isUnderWay(state),
    (run) => {
      const moment = formatDateTime(momentOf(run), language);
      notify(
        run.state === 'FAILED'
          ? { message: t('make.failed'), isError: true }
          : { message: t('make.done', { moment }) },
      );
    },
  );
}
