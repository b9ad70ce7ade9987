import { Alert, Stack, Switch, Text } from '@mantine/core';
import { IconGitCompare } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { ImportPlan } from './import-documents';

interface PlanConflictsProps {
  plan: Pick<ImportPlan, 'conflictCount'>;
  overwrites: boolean;
  onChange: (overwrites: boolean) => void;
}

/** Records that were changed since they were exported: left alone, unless one wants it otherwise. */
export function PlanConflicts({ plan, overwrites, onChange }: PlanConflictsProps) {
  const { t } = useTranslation('importing');
  // Written over, they count as changed records; the way back must stay.
  if (plan.conflictCount === 0 && !overwrites) return null;
  return (
    <Alert
      color="orange"
      icon={<IconGitCompare aria-hidden />}
      title={
        overwrites ? t('conflict.overwritten') : t('conflict.title', { count: plan.conflictCount })
      }
    >
      <Stack gap="sm">
        <Text fz="sm">{t(overwrites ? 'conflict.overwrittenDetail' : 'conflict.detail')}</Text>
        <Switch
          label={t('conflict.overwrite')}
          checked={overwrites}
          onChange={(event) => {
            onChange(event.currentTarget.checked);
          }}
        />
      </Stack>
    </Alert>
  );
}
