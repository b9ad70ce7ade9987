import { Text } from '@mantine/core';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';

import type { ChartKind } from '@/graphql';
import { useLanguage } from '@/i18n';

import type { Chart, ChartData, ChartRegister } from './chart-documents';
import { chartSummary, isBlank } from './chart-words';
import classes from './charts.module.css';
import { Clocks } from './Clocks';
import { Bars, MOST_BARS } from './drawing/Bars';
import { BigNumber } from './drawing/BigNumber';
import { Doughnut } from './drawing/Doughnut';
import { HeatMap } from './drawing/HeatMap';
import { Lines } from './drawing/Lines';
import { StackedBars } from './drawing/StackedBars';
import type { ChartDrawingProps } from './drawing/types';
import { FigureTable } from './FigureTable';
import { useWidth } from './useWidth';

/** Kinds that are drawn; the others are words by themselves. */
export const DRAWN: Partial<Record<ChartKind, ComponentType<ChartDrawingProps>>> = {
  NUMBER: BigNumber,
  BAR: Bars,
  AGEING: Bars,
  LINE: Lines,
  DOUGHNUT: Doughnut,
  STACKED: StackedBars,
  HEAT_MAP: HeatMap,
};

const WITH_BARS: ReadonlySet<ChartKind> = new Set<ChartKind>(['BAR', 'AGEING', 'STACKED']);

/** Without a layout, as in tests, something must be drawn all the same. */
const USUAL_WIDTH = 480;

export interface ChartBodyProps {
  chart: Chart;
  register: ChartRegister;
  data: ChartData;
  /** The figures instead of the drawing. */
  asTable?: boolean;
}

/** A chart, or the table behind it. */
export function ChartBody({ chart, register, data, asTable = false }: ChartBodyProps) {
  const { t } = useTranslation('charts');
  const language = useLanguage();
  const { ref, width } = useWidth();
  if (isBlank(chart, data)) {
    return (
      <Text c="dimmed" size="sm" py="sm">
        {t(chart.kind === 'CLOCKS' ? 'blank.clocks' : 'blank.figures')}
      </Text>
    );
  }
  if (asTable || chart.kind === 'TABLE') return <FigureTable {...{ chart, register, data }} />;
  if (chart.kind === 'CLOCKS') return <Clocks data={data} formKey={register.key} />;
  const Drawn = DRAWN[chart.kind];
  const hidden = WITH_BARS.has(chart.kind) ? data.groups.length - MOST_BARS : 0;
  return (
    <div ref={ref} className={classes.sheet}>
      {Drawn && (
        <Drawn
          chart={chart}
          register={register}
          data={data}
          width={width || USUAL_WIDTH}
          label={chartSummary(chart, data, { t, language })}
        />
      )}
      {hidden > 0 && <p className={classes.note}>{t('moreBars', { count: hidden })}</p>}
    </div>
  );
}
