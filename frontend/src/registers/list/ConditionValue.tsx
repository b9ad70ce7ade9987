import { Checkbox, Group, NumberInput, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { LazyDayInput } from '../pickers/LazyDayInput';
import {
  type PickOption,
  optionLabelsQuery,
  recordOptions,
  userOptions,
} from '../pickers/option-source';
import { RemotePicker } from '../pickers/RemotePicker';
import type { RegisterField } from '../register-form';
import { useValueWords } from '../value/useValueWords';
import type { FieldCondition } from './condition';
import { choicesOf } from './condition-words';

interface ConditionValueProps<TCondition> {
  field: RegisterField;
  condition: TCondition;
  onChange: (condition: FieldCondition) => void;
}

type Of<TTest> = Extract<FieldCondition, { test: TTest }>;

/** The inputs for what a field must hold. */
export function ConditionValue({
  field,
  condition,
  onChange,
}: ConditionValueProps<FieldCondition>) {
  const { t } = useTranslation('registers');
  switch (condition.test) {
    case 'contains':
      return (
        <TextInput
          label={t('filter.contains')}
          value={condition.text}
          data-autofocus
          onChange={(event) => {
            onChange({ ...condition, text: event.currentTarget.value });
          }}
        />
      );
    case 'any':
      return <AnyOf field={field} condition={condition} onChange={onChange} />;
    case 'user':
    case 'record':
      return <Picked field={field} condition={condition} onChange={onChange} />;
    case 'number':
      return <NumberRange field={field} condition={condition} onChange={onChange} />;
    case 'date':
      return <DayRange field={field} condition={condition} onChange={onChange} />;
    case 'empty':
      return null;
  }
}

function AnyOf({ field, condition, onChange }: ConditionValueProps<Of<'any'>>) {
  const choices = choicesOf(field, useValueWords());
  return (
    <Checkbox.Group
      aria-label={field.label}
      value={condition.keys}
      onChange={(keys) => {
        onChange({ ...condition, keys });
      }}
    >
      <Stack gap="xs" mah={280} py={2} style={{ overflowY: 'auto' }}>
        {choices.map((choice) => (
          <Checkbox key={choice.key} size="sm" value={choice.key} label={choice.label} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

function Picked({ field, condition, onChange }: ConditionValueProps<Of<'user' | 'record'>>) {
  const { t } = useTranslation('registers');
  const { data: known = [] } = useQuery(optionLabelsQuery(condition.ids));
  const source =
    condition.test === 'user' ? userOptions : recordOptions(field.referencedFormKey ?? '');
  const value = condition.ids.map(
    (id): PickOption => known.find((option) => option.id === id) ?? { id, label: '…' },
  );
  return (
    <RemotePicker
      source={source}
      label={t('filter.anyOf')}
      value={value}
      isMultiple
      withinPortal={false}
      placeholder={t('picker.search')}
      onChange={(options) => {
        onChange({ ...condition, ids: options.map((option) => option.id) });
      }}
    />
  );
}

const numberOrNull = (value: number | string) => (typeof value === 'number' ? value : null);

function NumberRange({ field, condition, onChange }: ConditionValueProps<Of<'number'>>) {
  const { t } = useTranslation('registers');
  const { language } = useValueWords();
  const shared = {
    decimalSeparator: language === 'nl' ? ',' : '.',
    decimalScale: field.decimals ?? 0,
    hideControls: true,
    suffix: field.unit ? ` ${field.unit}` : undefined,
  };
  return (
    <Group grow gap="xs">
      <NumberInput
        {...shared}
        label={field.kind === 'LIKELIHOOD_IMPACT' ? t('filter.scoreFrom') : t('filter.from')}
        value={condition.from ?? ''}
        onChange={(value) => {
          onChange({ ...condition, from: numberOrNull(value) });
        }}
      />
      <NumberInput
        {...shared}
        label={field.kind === 'LIKELIHOOD_IMPACT' ? t('filter.scoreTo') : t('filter.to')}
        value={condition.to ?? ''}
        onChange={(value) => {
          onChange({ ...condition, to: numberOrNull(value) });
        }}
      />
    </Group>
  );
}

function DayRange({ condition, onChange }: ConditionValueProps<Of<'date'>>) {
  const { t } = useTranslation('registers');
  return (
    <Group grow gap="xs">
      <LazyDayInput
        label={t('filter.dateFrom')}
        value={condition.from}
        onChange={(from) => {
          onChange({ ...condition, from });
        }}
      />
      <LazyDayInput
        label={t('filter.dateTo')}
        value={condition.to}
        onChange={(to) => {
          onChange({ ...condition, to });
        }}
      />
    </Group>
  );
}
