import { useTranslation } from 'react-i18next';

import { DateText, Facts } from '@/design';

import type { Restore } from '../backup-documents';

/** Who asked for it, when, to what and why. */
export function RestoreFacts({ restore }: { restore: Restore }) {
  const { t } = useTranslation('backups');
  const { backup, askedBy, askedAt, reason } = restore;
  return (
    <Facts
      facts={[
        [
          t('restore.progress.to'),
          backup?.takenAt ? (
            <DateText key="to" value={backup.takenAt} withTime />
          ) : (
            t('restores.gone')
          ),
        ],
        [t('restore.progress.askedBy'), askedBy?.displayName ?? t('restores.operator')],
        [t('restore.progress.askedAt'), <DateText key="at" value={askedAt} withTime />],
        [t('restore.progress.reason'), reason],
      ]}
    />
  );
}
