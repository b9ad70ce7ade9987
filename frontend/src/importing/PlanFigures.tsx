import { SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { toneClass } from '@/design';
import { useLanguage } from '@/i18n';
import { formatNumber } from '@/i18n/formats';

import type { ImportPlan } from './import-documents';
import classes from './PlanFigures.module.css';

/** How many rows are added, changed, left alone and wrong; conflicts only when there are any. */
export function PlanFigures({ plan }: { plan: ImportPlan }) {
  const { t } = useTranslation('importing');
  const language = useLanguage();
  const figures = [
    { name: 'create', count: plan.createCount, tone: 'green' },
    { name: 'update', count: plan.updateCount, tone: 'blue' },
    { name: 'unchanged', count: plan.unchangedCount, tone: 'gray' },
    ...(plan.conflictCount > 0
      ? [{ name: 'conflict', count: plan.conflictCount, tone: 'orange' } as const]
      : []),
    { name: 'error', count: plan.errorCount, tone: plan.errorCount > 0 ? 'red' : 'gray' },
  ] as const;
  return (
    <SimpleGrid cols={{ base: 2, sm: figures.length }} spacing="xs" component="dl" m={0}>
      {figures.map(({ name, count, tone }) => (
        <div key={name} className={`${toneClass} ${classes.figure}`} data-tone={tone}>
          <Text component="dt" fz="xs" c="dimmed">
            {t(`figure.${name}`)}
          </Text>
          <Text component="dd" m={0} fz={24} fw={650} lh={1.2} className={classes.count}>
            {formatNumber(count, language)}
          </Text>
        </div>
      ))}
    </SimpleGrid>
  );
}
