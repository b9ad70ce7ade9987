import { Checkbox, Group, NumberInput, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { CountryPicker } from '../pickers/CountryPicker';
import { GroupPicker } from '../pickers/GroupPicker';
import { LazyDayInput } from '../pickers/LazyDayInput';
import { type PickOption, optionLabelsQuery, userOptions } from '../pickers/option-source';
import { RecordPicker } from '../pickers/RecordPicker';
import { RemotePicker } from '../pickers/RemotePicker';
import { WordPicker } from '../pickers/WordPicker';
import type { RegisterField } from '../register-form';
import { DEADLINE_STATES } from '../value/deadline';
import { useValueWords } from '../value/useValueWords';
import type { FieldCondition } from './condition';
import { choicesOf } from './condition-words';

interface ConditionValueProps<TCondition> {
  formKey: string;
  field: RegisterField;
  condition: TCondition;
  onChange: (condition: FieldCondition) => void;
}

type Of<TTest> = Extract<FieldCondition, { test: TTest }>;

/** The inputs for what a field must hold. */
export function ConditionValue(props: ConditionValueProps<FieldCondition>) {
  const { condition, onChange } = props;
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
      return <AnyOf {...props} condition={condition} />;
    case 'user':
    case 'group':
    case 'record':
      return <Picked {...props} condition={condition} />;
    case 'number':
      return <NumberRange {...props} condition={condition} />;
    case 'date':
      return <DayRange {...props} condition={condition} />;
    case 'deadline':
      return <States {...props} condition={condition} />;
    case 'empty':
      return null;
  }
}

function AnyOf({ formKey, field, condition, onChange }: ConditionValueProps<Of<'any'>>) {
  const { t } = useTranslation('registers');
  const choices = choicesOf(field, useValueWords());
  const shared = { label: t('filter.anyOf'), isMultiple: true, withinPortal: false };
  const choose = (keys: string[]) => {
    onChange({ ...condition, keys });
  };
  if (field.kind === 'COUNTRY') {
    return <CountryPicker {...shared} value={condition.keys} onChange={choose} />;
  }
  if (field.kind === 'DYNAMIC_CHOICE') {
    const source = { formKey, fieldKey: field.key };
    return <WordPicker {...shared} source={source} value={condition.keys} onChange={choose} />;
  }
  return <Ticks label={field.label} choices={choices} chosen={condition.keys} onChange={choose} />;
}

function States({ field, condition, onChange }: ConditionValueProps<Of<'deadline'>>) {
  const { deadlines } = useValueWords();
  return (
    <Ticks
      label={field.label}
      choices={DEADLINE_STATES.map((state) => ({ key: state, label: deadlines[state] }))}
      chosen={condition.states}
      onChange={(chosen) => {
        const states = DEADLINE_STATES.filter((state) => chosen.includes(state));
        onChange({ ...condition, states });
      }}
    />
  );
}

interface TicksProps {
  label: string;
  choices: readonly { key: string; label: string }[];
  chosen: string[];
  onChange: (keys: string[]) => void;
}

function Ticks({ label, choices, chosen, onChange }: TicksProps) {
  return (
    <Checkbox.Group aria-label={label} value={chosen} onChange={onChange}>
      <Stack gap="xs" mah={280} py={2} style={{ overflowY: 'auto' }}>
        {choices.map((choice) => (
          <Checkbox key={choice.key} size="sm" value={choice.key} label={choice.label} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

function Picked(props: ConditionValueProps<Of<'user' | 'group' | 'record'>>) {
  const { field, condition, onChange } = props;
  const { t } = useTranslation('registers');
  const { data: known = [] } = useQuery(optionLabelsQuery(condition.ids));
  const value = condition.ids.map(
    (id): PickOption => known.find((option) => option.id === id) ?? { id, label: '…' },
  );
  const shared = {
    label: t('filter.anyOf'),
    value,
    isMultiple: true,
    withinPortal: false,
    onChange: (options: PickOption[]) => {
      onChange({ ...condition, ids: options.map((option) => option.id) });
    },
  };
  if (condition.test === 'record') {
    return <RecordPicker {...shared} formKey={field.referencedFormKey} />;
  }
  if (condition.test === 'group') return <GroupPicker {...shared} />;
  return <RemotePicker {...shared} source={userOptions} placeholder={t('picker.chooseUsers')} />;
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
