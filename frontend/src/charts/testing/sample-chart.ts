import type { Chart, ChartData, ChartGroup } from '../chart-documents';

/** Records by status, unless told otherwise. */
export const aChart = (chart: Partial<Chart> = {}): Chart => ({
  key: 'by_status',
  title: 'Per status',
  titleNl: 'Per status',
  titleEn: 'By status',
  kind: 'BAR',
  groupBy: '$status',
  splitBy: null,
  interval: null,
  measure: 'COUNT',
  measureField: null,
  field: null,
  isOpenOnly: false,
  tests: [],
  ...chart,
});

export const aGroup = (key: string, group: Partial<ChartGroup> = {}): ChartGroup => ({
  key,
  label: key,
  colour: null,
  filter: { statusKeys: [key] },
  ...group,
});

/** Figures in rows and columns; zeros are left out, as the server does. */
export const someData = (
  groups: ChartGroup[],
  values: number[][],
  series: ChartGroup[] = [aGroup('$all', { filter: {} })],
): ChartData => ({
  groups,
  series,
  cells: values.flatMap((row, group) =>
    row.flatMap((value, place) =>
      value === 0
        ? []
        : [{ group, series: place, value, colour: null, filter: groups[group]?.filter ?? null }],
    ),
  ),
  total: values.flat().reduce((sum, value) => sum + value, 0),
  clocks: [],
});
