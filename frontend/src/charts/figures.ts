import type { Chart, ChartData, ChartGroup } from './chart-documents';

/** A group that is not a period, an answer or a person: nothing was filled in. */
const EMPTY_KEY = '$empty';

/** The figures in rows and columns; null where there is nothing to average. */
export interface Figures {
  groups: ChartGroup[];
  series: ChartGroup[];
  values: (number | null)[][];
}

/** The figure of one group in one series; undefined where it is zero. */
export const cellOf = (data: ChartData, groupKey: string, seriesKey: string) =>
  data.cells.find(
    ({ group, series }) =>
      data.groups[group]?.key === groupKey && data.series[series]?.key === seriesKey,
  );

/** The measure of each group in each series. */
export function figuresOf(data: ChartData, chart: Pick<Chart, 'measure'>): Figures {
  const nothing = chart.measure === 'AVERAGE' ? null : 0;
  const values = data.groups.map(() => data.series.map((): number | null => nothing));
  for (const { group, series, value } of data.cells) {
    const row = values[group];
    if (row && series < row.length) row[series] = value;
  }
  return { groups: data.groups, series: data.series, values };
}

export const rowTotal = (row: readonly (number | null)[]): number =>
  row.reduce<number>((sum, value) => sum + (value ?? 0), 0);

export const highest = (values: readonly (number | null)[]): number =>
  values.reduce<number>((most, value) => Math.max(most, value ?? 0), 0);

const MONTH = /^(\d{4})-(\d{2})$/;
const QUARTER = /^(\d{4})-Q(\d)$/;
const YEAR = /^(\d{4})$/;

/** The period after this one; null for what is no period. */
export function nextPeriod(key: string): string | null {
  const month = MONTH.exec(key);
  if (month) {
    const number = Number(month[2]);
    return number === 12
      ? `${Number(month[1]) + 1}-01`
      : `${month[1]}-${String(number + 1).padStart(2, '0')}`;
  }
  const quarter = QUARTER.exec(key);
  if (quarter) {
    const number = Number(quarter[2]);
    return number === 4 ? `${Number(quarter[1]) + 1}-Q1` : `${quarter[1]}-Q${number + 1}`;
  }
  return YEAR.test(key) ? String(Number(key) + 1) : null;
}

export const isPeriod = (key: string): boolean => nextPeriod(key) !== null;

/** More periods than this are drawn as they are: a slip in a year must not make a line of ages. */
const MOST_PERIODS = 120;

/**
 * The periods of a line without gaps: where nothing happened the line goes to zero. What has no
 * period is not on the line.
 */
export function alongTime(figures: Figures, nothing: number | null): Figures {
  const known = new Map(figures.groups.map((group, place) => [group.key, place]));
  const periods = figures.groups.map(({ key }) => key).filter(isPeriod);
  const [first] = periods;
  const last = periods.at(-1);
  if (first === undefined || last === undefined) return dropEmpty(figures);
  const keys: string[] = [];
  for (
    let key: string | null = first;
    key !== null && key <= last && keys.length <= MOST_PERIODS;
    key = nextPeriod(key)
  ) {
    keys.push(key);
  }
  if (keys.length > MOST_PERIODS) return dropEmpty(figures);
  return {
    series: figures.series,
    groups: keys.map((key) => {
      const place = known.get(key);
      const group = place === undefined ? undefined : figures.groups[place];
      return group ?? { key, label: key, colour: null, filter: null };
    }),
    values: keys.map((key) => {
      const place = known.get(key);
      const row = place === undefined ? undefined : figures.values[place];
      return row ?? figures.series.map(() => nothing);
    }),
  };
}

function dropEmpty(figures: Figures): Figures {
  const kept = figures.groups.map(({ key }) => key !== EMPTY_KEY);
  return {
    series: figures.series,
    groups: figures.groups.filter((_, place) => kept[place]),
    values: figures.values.filter((_, place) => kept[place]),
  };
}

export interface Share {
  /** Null for what is put together as "other". */
  group: ChartGroup | null;
  value: number;
  /** 0 to 1. */
  share: number;
  /** How many groups it stands for. */
  count: number;
}

/** The parts of a whole; the smallest beyond `most` go together. Parts that are nothing are left out. */
export function sharesOf(figures: Figures, most: number): Share[] {
  const parts = figures.groups
    .map((group, place) => ({ group, value: Math.max(0, rowTotal(figures.values[place] ?? [])) }))
    .filter(({ value }) => value > 0);
  const total = parts.reduce((sum, { value }) => sum + value, 0);
  if (total === 0) return [];
  const toShare = ({ group, value }: { group: ChartGroup | null; value: number }, count = 1) => ({
    group,
    value,
    share: value / total,
    count,
  });
  if (parts.length <= most) return parts.map((part) => toShare(part));
  const largest = new Set([...parts].sort((a, b) => b.value - a.value).slice(0, most - 1));
  const shown = parts.filter((part) => largest.has(part));
  const rest = parts.filter((part) => !largest.has(part));
  const value = rest.reduce((sum, part) => sum + part.value, 0);
  return [...shown.map((part) => toShare(part)), toShare({ group: null, value }, rest.length)];
}
