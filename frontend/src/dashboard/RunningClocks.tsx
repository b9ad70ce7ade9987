import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { chartFiguresQuery } from '@/charts/chart-documents';
import { ClockList } from '@/charts/Clocks';

import type { OverviewRegister } from './overview';
import { clockSources, clocksChart, mostUrgent } from './running-clocks';
import { Widget } from './Widget';

const SHOWN = 6;

/** Deadlines that run in any register, the most urgent first; nothing when none does. */
export function RunningClocks({ registers }: { registers: OverviewRegister[] }) {
  const { t } = useTranslation('dashboard');
  const sources = clockSources(registers);
  const answers = useQueries({
    queries: sources.map(({ formKey, fieldKey }) =>
      chartFiguresQuery(formKey, clocksChart(fieldKey)),
    ),
  });
  const clocks = answers.flatMap(({ data }, place) =>
    (data?.form?.chartData?.clocks ?? []).map((clock) => ({
      ...clock,
      formKey: sources[place]?.formKey ?? '',
    })),
  );
  const shown = mostUrgent(clocks, SHOWN);
  if (shown.length === 0) return null;
  return (
    <Widget title={t('clocks.title')}>
      <ClockList clocks={shown} />
    </Widget>
  );
}
