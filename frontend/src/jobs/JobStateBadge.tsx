import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { LevelBadge } from '@/design';
import type { JobState } from '@/graphql';
import { useLanguage } from '@/i18n';

import type { Job } from './job';

const COLOURS: Record<JobState, string> = {
  QUEUED: 'gray',
  RUNNING: 'blue',
  SUCCEEDED: 'green',
  FAILED: 'red',
  CANCELLED: 'gray',
};

export function JobStateBadge({ job }: { job: Job }) {
  const { t } = useTranslation('jobs');
  const language = useLanguage();
  const share = job.state === 'RUNNING' && job.total ? job.done / job.total : null;
  return (
    <>
      {share !== null && (
        <Text fz="xs" c="dimmed">
          {new Intl.NumberFormat(language, { style: 'percent' }).format(share)}
        </Text>
      )}
      <LevelBadge label={t(`state.${job.state}`)} colour={COLOURS[job.state]} />
    </>
  );
}
