import type { ChartKind, FieldKind } from '@/graphql';
import type { RegisterField, RegisterForm } from '@/registers/register-form';

import type { Chart } from '../chart-documents';

/** In place of a field: the status, and the moment a record was made. */
export const STATUS_KEY = '$status';
export const CREATED_KEY = '$created';

/** Kinds in the order they are offered in. */
export const CHART_KINDS: readonly ChartKind[] = [
  'BAR',
  'STACKED',
  'DOUGHNUT',
  'LINE',
  'NUMBER',
  'TABLE',
  'HEAT_MAP',
  'AGEING',
  'CLOCKS',
];

const GROUPED: ReadonlySet<ChartKind> = new Set<ChartKind>([
  'TABLE',
  'BAR',
  'LINE',
  'DOUGHNUT',
  'STACKED',
]);
const SPLIT: ReadonlySet<ChartKind> = new Set<ChartKind>(['TABLE', 'LINE', 'STACKED']);
const DAYS: ReadonlySet<FieldKind> = new Set<FieldKind>(['DATE', 'DATE_TIME', 'DEADLINE']);
const NUMBERS: ReadonlySet<FieldKind> = new Set<FieldKind>([
  'NUMBER',
  'LIKELIHOOD_IMPACT',
  'CHECKLIST',
]);
const GROUPS: ReadonlySet<FieldKind> = new Set<FieldKind>([
  'CHOICE',
  'DYNAMIC_CHOICE',
  'YES_NO_NA',
  'USER',
  'GROUP',
  'COUNTRY',
  'REFERENCE',
  'LIKELIHOOD_IMPACT',
  'CHECKLIST',
]);

type FieldFacts = Pick<RegisterField, 'key' | 'kind' | 'result' | 'label' | 'isHidden'>;

/** What a computed field counts as: what its formula gives. */
const kindOf = ({ kind, result }: FieldFacts): FieldKind =>
  kind === 'COMPUTED' ? (result ?? kind) : kind;

export const isDay = (field: FieldFacts): boolean => DAYS.has(kindOf(field));
export const isNumber = (field: FieldFacts): boolean => NUMBERS.has(kindOf(field));
const canGroup = (field: FieldFacts): boolean =>
  isDay(field) || GROUPS.has(kindOf(field)) || field.kind === 'COMPUTED';

type Fields = Pick<RegisterForm, 'fields'>;

/** Hidden fields hold nothing anybody knows of. */
const offered = ({ fields }: Fields) => fields.filter((field) => !field.isHidden);

export const groupFields = (form: Fields): RegisterField[] => offered(form).filter(canGroup);
export const dayFields = (form: Fields): RegisterField[] => offered(form).filter(isDay);
export const numberFields = (form: Fields): RegisterField[] => offered(form).filter(isNumber);
export const riskFields = (form: Fields): RegisterField[] =>
  offered(form).filter(({ kind }) => kind === 'LIKELIHOOD_IMPACT');
export const deadlineFields = (form: Fields): RegisterField[] =>
  offered(form).filter(({ kind }) => kind === 'DEADLINE');

/** Whether the register has what a kind of chart needs. */
export function canDraw(kind: ChartKind, form: Fields): boolean {
  if (kind === 'HEAT_MAP') return riskFields(form).length > 0;
  return kind !== 'CLOCKS' || deadlineFields(form).length > 0;
}

export const isGrouped = (kind: ChartKind): boolean => GROUPED.has(kind);
export const canSplit = (kind: ChartKind): boolean => SPLIT.has(kind);
export const hasMeasure = (kind: ChartKind): boolean => GROUPED.has(kind) || kind === 'NUMBER';

/** Whether days are put together, so that one must say how. */
export function needsInterval(chart: Pick<Chart, 'kind' | 'groupBy' | 'splitBy'>, form: Fields) {
  if (!isGrouped(chart.kind)) return false;
  const keys = [chart.groupBy, canSplit(chart.kind) ? chart.splitBy : null];
  return keys.some(
    (key) => key === CREATED_KEY || form.fields.some((field) => field.key === key && isDay(field)),
  );
}

/** A chart to begin with: records by status. */
export const newChart = (): Chart => ({
  key: '',
  title: '',
  titleNl: '',
  titleEn: '',
  kind: 'BAR',
  groupBy: STATUS_KEY,
  splitBy: null,
  interval: null,
  measure: 'COUNT',
  measureField: null,
  field: null,
  isOpenOnly: false,
  tests: [],
});

/** The chart with what its kind needs filled in, and without what it has no use for. */
export function fitted(chart: Chart, form: Fields): Chart {
  const { kind } = chart;
  const groupBy = isGrouped(kind) ? groupFor(chart, form) : null;
  const splitBy = canSplit(kind) ? splitFor(chart, form, groupBy) : null;
  const measure = hasMeasure(kind) ? chart.measure : 'COUNT';
  const next: Chart = {
    ...chart,
    groupBy,
    splitBy,
    measure,
    measureField:
      measure === 'COUNT' ? null : (chart.measureField ?? numberFields(form)[0]?.key ?? null),
    field: fieldFor(chart, form),
  };
  return { ...next, interval: needsInterval(next, form) ? (chart.interval ?? 'MONTH') : null };
}

function groupFor({ kind, groupBy }: Chart, form: Fields): string {
  if (kind === 'LINE') {
    const days = [CREATED_KEY, ...dayFields(form).map(({ key }) => key)];
    return groupBy !== null && days.includes(groupBy) ? groupBy : CREATED_KEY;
  }
  return groupBy ?? STATUS_KEY;
}

function splitFor({ kind, splitBy }: Chart, form: Fields, groupBy: string | null) {
  if (splitBy !== null && splitBy !== groupBy) return splitBy;
  if (kind !== 'STACKED') return null;
  if (groupBy !== STATUS_KEY) return STATUS_KEY;
  return groupFields(form).find((field) => !isDay(field))?.key ?? CREATED_KEY;
}

function fieldFor({ kind, field }: Chart, form: Fields): string | null {
  const fields =
    kind === 'HEAT_MAP'
      ? riskFields(form)
      : kind === 'CLOCKS'
        ? deadlineFields(form)
        : kind === 'AGEING'
          ? dayFields(form)
          : [];
  if (fields.some(({ key }) => key === field)) return field;
  return kind === 'AGEING' ? null : (fields[0]?.key ?? null);
}

/** A test that asks nothing yet must not be sent: it would leave everything out. */
export const askedTests = (chart: Chart): Chart => ({
  ...chart,
  tests: chart.tests.filter(
    ({ anyOf, isFilled, from, to }) =>
      (anyOf !== null && anyOf.length > 0) || isFilled !== null || from !== null || to !== null,
  ),
});
