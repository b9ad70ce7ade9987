import { Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { notify } from '@/design';
import { useLanguage } from '@/i18n';
import { formatDateTime } from '@/i18n/formats';

import type { BackupRun } from './backup-documents';
import { momentOf } from './backup-state';
import classes from './backups.module.css';
import { BytesProgress } from './BytesProgress';
import { isUnderWay } from './under-way';

/** What is being made at this moment; says so when it is there. */
export function UnderWay({ runs }: { runs: readonly BackupRun[] }) {
  const { t } = useTranslation('backups');
  const busy = runs.filter(({ state }) => isUnderWay(state));
  useOutcome(runs);
  if (busy.length === 0) return null;
  return (
    <section className={classes.strip} aria-label={t('underWay.title')}>
      {busy.map((run) => (
        <div key={run.id} className={classes.words}>
          <Text fz="sm" fw={600} role="status">
            {run.state === 'RUNNING'
              ? t('underWay.RUNNING', { store: t(`store.${run.tier}`) })
              : t('underWay.ASKED')}
          </Text>
          {run.state === 'RUNNING' && <BytesProgress run={run} size="lg" />}
        </div>
      ))}
    </section>
  );
}

/** Tells of those that were under way when one last looked, and are not any more. */
function useOutcome(runs: readonly BackupRun[]): void {
  const { t } = useTranslation('backups');
  const language = useLanguage();
  const busyBefore = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    for (const run of runs) {
      if (!busyBefore.current.has(run.id) || isUnderWay(run.state)) continue;
      const moment = formatDateTime(momentOf(run), language);
      notify(
        run.state === 'FAILED'
          ? { message: t('make.failed'), isError: true }
          : { message: t('make.done', { moment }) },
      );
    }
    busyBefore.current = new Set(runs.filter(({ state }) => isUnderWay(state)).map(({ id }) => id));
  }, [runs, t, language]);
}
