import { ActionIcon, Group, Title, Tooltip } from '@mantine/core';
import { IconChartBar, IconTable } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Chart, ChartData, ChartRegister } from './chart-documents';
import { ChartBody } from './ChartBody';
import classes from './charts.module.css';
import { SaveMenu } from './saving/SaveMenu';

interface ChartCardProps {
  chart: Chart;
  register: ChartRegister;
  data: ChartData;
  /** Where the figures are from, with a link, where that is not plain. */
  source?: ReactNode;
  /** More buttons. */
  actions?: ReactNode;
}

/** A chart with its title, the table behind it, and how to take it along. */
export function ChartCard({ chart, register, data, source, actions }: ChartCardProps) {
  const { t } = useTranslation('charts');
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  const isTableOnly = chart.kind === 'TABLE';
  return (
    <section aria-labelledby={id} className={classes.card}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="xs" mb="sm">
        <div className={classes.words}>
          <Title order={2} size="h3" id={id} className={classes.heading}>
            {chart.title}
          </Title>
          {source}
        </div>
        <Group gap={2} wrap="nowrap">
          {!isTableOnly && (
            <Tooltip withinPortal={false} label={asTable ? t('asChart') : t('asTable')}>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('tableOf', { title: chart.title })}
                aria-pressed={asTable}
                onClick={() => {
                  setAsTable(!asTable);
                }}
              >
                {asTable ? (
                  <IconChartBar size={18} aria-hidden />
                ) : (
                  <IconTable size={18} aria-hidden />
                )}
              </ActionIcon>
            </Tooltip>
          )}
          <SaveMenu chart={chart} register={register} data={data} />
          {actions}
        </Group>
      </Group>
      <ChartBody chart={chart} register={register} data={data} asTable={asTable} />
    </section>
  );
}
