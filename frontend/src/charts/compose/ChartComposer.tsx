import { Select, Stack, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { LocalTextInput } from '@/localized/LocalTextInput';
import { textIn } from '@/localized/local-text';
import { useLanguage } from '@/i18n';
import type { RegisterForm } from '@/registers/register-form';

import type { Chart } from '../chart-documents';
import {
  CHART_KINDS,
  CREATED_KEY,
  STATUS_KEY,
  canDraw,
  canSplit,
  dayFields,
  deadlineFields,
  fitted,
  groupFields,
  hasMeasure,
  isGrouped,
  needsInterval,
  numberFields,
  riskFields,
} from './chart-rules';
import { ChartTests } from './ChartTests';
import { useChartWords } from './useChartWords';

interface ComposerProps {
  form: RegisterForm;
  chart: Chart;
  onChange: (chart: Chart) => void;
  /** The sentence at a part of the chart: `groupBy`, `title`. */
  errorAt: (part: string) => string | undefined;
}

/** Puts a chart of a register together. */
export function ChartComposer({ form, chart, onChange, errorAt }: ComposerProps) {
  const { t } = useTranslation('charts');
  const language = useLanguage();
  const { titleOf } = useChartWords(form);
  const write = (changes: Partial<Chart>) => {
    onChange(fitted({ ...chart, ...changes }, form));
  };
  return (
    <Stack gap="md">
      <Select
        label={t('compose.kind')}
        data={CHART_KINDS.filter((kind) => canDraw(kind, form)).map((kind) => ({
          value: kind,
          label: t(`kind.${kind}`),
        }))}
        value={chart.kind}
        allowDeselect={false}
        error={errorAt('kind')}
        onChange={(chosen) => {
          const kind = CHART_KINDS.find((one) => one === chosen);
          if (kind) write({ kind });
        }}
      />
      <LocalTextInput
        label={t('compose.titleLabel')}
        placeholder={titleOf(chart)}
        maxLength={200}
        value={{ nl: chart.titleNl, en: chart.titleEn }}
        error={errorAt('title')}
        onChange={(title) => {
          write({ titleNl: title.nl, titleEn: title.en, title: textIn(title, language) });
        }}
      />
      <Grouping {...{ form, chart, errorAt, write }} />
      <Measure {...{ form, chart, errorAt, write }} />
      <OneField {...{ form, chart, errorAt, write }} />
      {chart.kind !== 'AGEING' && (
        <Switch
          label={t('compose.openOnly')}
          checked={chart.isOpenOnly}
          onChange={(event) => {
            write({ isOpenOnly: event.currentTarget.checked });
          }}
        />
      )}
      <ChartTests
        form={form}
        tests={chart.tests}
        error={errorAt('tests')}
        onChange={(tests) => {
          write({ tests });
        }}
      />
    </Stack>
  );
}

interface PartProps extends Omit<ComposerProps, 'onChange'> {
  write: (changes: Partial<Chart>) => void;
}

/** By what records are put together, and what each is made up of. */
function Grouping({ form, chart, errorAt, write }: PartProps) {
  const { t } = useTranslation('charts');
  if (!isGrouped(chart.kind)) return null;
  const asOptions = (fields: readonly { key: string; label: string }[]) =>
    fields.map(({ key, label }) => ({ value: key, label }));
  const created = { value: CREATED_KEY, label: t('compose.created') };
  const all = [
    { value: STATUS_KEY, label: t('compose.status') },
    ...asOptions(groupFields(form)),
    created,
  ];
  const groups = chart.kind === 'LINE' ? [created, ...asOptions(dayFields(form))] : all;
  return (
    <>
      <Select
        label={t(chart.kind === 'LINE' ? 'compose.along' : 'compose.groupBy')}
        data={groups}
        value={chart.groupBy}
        allowDeselect={false}
        searchable
        error={errorAt('groupBy')}
        onChange={(groupBy) => {
          write({ groupBy });
        }}
      />
      {canSplit(chart.kind) && (
        <Select
          label={t('compose.splitBy')}
          placeholder={t('compose.noSplit')}
          data={all.filter(({ value }) => value !== chart.groupBy)}
          value={chart.splitBy}
          allowDeselect={chart.kind !== 'STACKED'}
          clearable={chart.kind !== 'STACKED'}
          clearButtonProps={{ 'aria-label': t('compose.noSplit') }}
          searchable
          error={errorAt('splitBy')}
          onChange={(splitBy) => {
            write({ splitBy });
          }}
        />
      )}
      {needsInterval(chart, form) && (
        <Select
          label={t('compose.interval')}
          data={(['MONTH', 'QUARTER', 'YEAR'] as const).map((interval) => ({
            value: interval,
            label: t(`interval.${interval}`),
          }))}
          value={chart.interval}
          allowDeselect={false}
          error={errorAt('interval')}
          onChange={(interval) => {
            write({ interval });
          }}
        />
      )}
    </>
  );
}

/** What is measured: how many, or a field added up. */
function Measure({ form, chart, errorAt, write }: PartProps) {
  const { t } = useTranslation('charts');
  const numbers = numberFields(form);
  if (!hasMeasure(chart.kind) || numbers.length === 0) return null;
  return (
    <>
      <Select
        label={t('compose.measure')}
        data={(['COUNT', 'SUM', 'AVERAGE'] as const).map((measure) => ({
          value: measure,
          label: t(`compose.measures.${measure}`),
        }))}
        value={chart.measure}
        allowDeselect={false}
        error={errorAt('measure')}
        onChange={(measure) => {
          if (measure) write({ measure });
        }}
      />
      {chart.measure !== 'COUNT' && (
        <Select
          label={t('compose.measureField')}
          data={numbers.map(({ key, label }) => ({ value: key, label }))}
          value={chart.measureField}
          allowDeselect={false}
          error={errorAt('measureField')}
          onChange={(measureField) => {
            write({ measureField });
          }}
        />
      )}
    </>
  );
}

/** The field of a chart that is about one. */
function OneField({ form, chart, errorAt, write }: PartProps) {
  const { t } = useTranslation('charts');
  const { kind } = chart;
  if (kind !== 'HEAT_MAP' && kind !== 'CLOCKS' && kind !== 'AGEING') return null;
  const fields = { HEAT_MAP: riskFields, CLOCKS: deadlineFields, AGEING: dayFields }[kind](form);
  return (
    <Select
      label={t(`compose.field.${kind}`)}
      data={[
        ...(kind === 'AGEING' ? [{ value: CREATED_KEY, label: t('compose.created') }] : []),
        ...fields.map(({ key, label }) => ({ value: key, label })),
      ]}
      value={chart.field ?? (kind === 'AGEING' ? CREATED_KEY : null)}
      allowDeselect={false}
      error={errorAt('field')}
      onChange={(key) => {
        write({ field: key === CREATED_KEY ? null : key });
      }}
    />
  );
}
