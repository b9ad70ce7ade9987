import type { Chart, ChartData } from './chart-documents';
import { figuresOf, rowTotal } from './figures';
import { type LabelWords, figureText, groupLabel } from './group-label';

/** A chart in a sentence, for those who do not see it: what it counts and what stands out. */
export function chartSummary(chart: Chart, data: ChartData, words: LabelWords): string {
  const { t, language } = words;
  const total = figureText(data.total, language);
  if (chart.kind === 'CLOCKS') return t('summary.clocks', { title: chart.title, total });
  if (chart.kind === 'NUMBER') return t('mark', { name: chart.title, value: total });
  if (chart.kind === 'HEAT_MAP') return t('summary.heat', { title: chart.title, total });
  const figures = figuresOf(data, chart);
  const [largest] = figures.groups
    .map((group, place) => ({ group, value: rowTotal(figures.values[place] ?? []) }))
    .sort((a, b) => b.value - a.value);
  if (!largest) return chart.title;
  return t('summary.groups', {
    title: chart.title,
    count: figures.groups.length,
    name: groupLabel(largest.group, words),
    value: figureText(largest.value, language),
  });
}

/** Whether there is anything to draw. */
export const isBlank = (chart: Pick<Chart, 'kind'>, data: ChartData): boolean => {
  if (chart.kind === 'NUMBER') return false;
  if (chart.kind === 'CLOCKS') return data.clocks.length === 0;
  return data.cells.every(({ value }) => value === 0);
};
