import { Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { useLanguage } from '@/i18n';
import { formatBytes } from '@/i18n/formats';

import type { BackupRun } from './backup-documents';
import { progressOf } from './under-way';

/** How much of a back-up was read, of how much. */
export function BytesProgress({ run, size = 'sm' }: { run: BackupRun; size?: 'sm' | 'lg' }) {
  const { t } = useTranslation('backups');
  const language = useLanguage();
  const share = progressOf(run);
  return (
    <div style={{ minWidth: '9rem' }}>
      <Progress.Root size={size} mt={6}>
        <Progress.Section
          value={share ?? 100}
          animated={share === null}
          striped={share === null}
          aria-label={t('underWay.progress')}
        />
      </Progress.Root>
      {share !== null && (
        <Text fz="xs" c="dimmed" mt={4} style={{ fontVariantNumeric: 'tabular-nums' }}>
          {t('underWay.bytes', {
            done: formatBytes(run.doneBytes, language),
            total: formatBytes(run.totalBytes, language),
          })}
        </Text>
      )}
    </div>
  );
}
