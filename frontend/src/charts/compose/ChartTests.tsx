import { ActionIcon, Button, Group, MultiSelect, NumberInput, Select, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { newTest, operatorOf, operatorsOf } from '@/forms/draft/conditions';
import { choicesOf } from '@/registers/list/condition-words';
import { CountryPicker } from '@/registers/pickers/CountryPicker';
import type { RegisterField, RegisterForm } from '@/registers/register-form';
import { useValueWords } from '@/registers/value/useValueWords';

import type { Chart } from '../chart-documents';
import { STATUS_KEY } from './chart-rules';
import classes from './compose.module.css';

type Test = Chart['tests'][number];

interface ChartTestsProps {
  form: RegisterForm;
  tests: readonly Test[];
  error: string | undefined;
  onChange: (tests: Test[]) => void;
}

/** Which records count: those for which all of these hold. */
export function ChartTests({ form, tests, error, onChange }: ChartTestsProps) {
  const { t } = useTranslation('charts');
  return (
    <div role="group" aria-label={t('compose.tests')}>
      <Text fz="sm" fw={550} mb={4}>
        {t('compose.tests')}
      </Text>
      <div className={classes.tests}>
        {tests.map((test, place) => (
          <TestRow
            key={place}
            form={form}
            test={test}
            number={place + 1}
            onChange={(changed) => {
              onChange(tests.with(place, changed));
            }}
            onRemove={() => {
              onChange(tests.toSpliced(place, 1));
            }}
          />
        ))}
      </div>
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => {
          onChange([...tests, newTest(STATUS_KEY, 'anyOf')]);
        }}
      >
        {t('compose.addTest')}
      </Button>
      {error && (
        <Text fz="xs" c="var(--mantine-color-error)" role="alert" mt={4}>
          {error}
        </Text>
      )}
    </div>
  );
}

interface TestRowProps {
  form: RegisterForm;
  test: Test;
  number: number;
  onChange: (test: Test) => void;
  onRemove: () => void;
}

function TestRow({ form, test, number, onChange, onRemove }: TestRowProps) {
  const { t } = useTranslation(['charts', 'forms']);
  const fields = form.fields.filter((field) => !field.isHidden);
  const field = fields.find(({ key }) => key === test.fieldKey) ?? null;
  const operators = operatorsOf(field);
  return (
    <div className={classes.test} role="group" aria-label={t('forms:condition.test', { number })}>
      <Group gap={4} wrap="nowrap">
        <Select
          size="xs"
          style={{ flex: 1 }}
          aria-label={t('forms:condition.subject')}
          data={[
            { value: STATUS_KEY, label: t('compose.status') },
            ...fields.map(({ key, label }) => ({ value: key, label })),
          ]}
          value={test.fieldKey}
          allowDeselect={false}
          searchable
          onChange={(key) => {
            if (key === null) return;
            const chosen = fields.find((other) => other.key === key) ?? null;
            onChange(newTest(key, operatorsOf(chosen)[0] ?? 'filled'));
          }}
        />
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('forms:condition.remove', { number })}
          onClick={onRemove}
        >
          <IconTrash size={14} aria-hidden />
        </ActionIcon>
      </Group>
      {operators.length > 1 && (
        <Select
          size="xs"
          aria-label={t('forms:condition.operator')}
          data={operators.map((operator) => ({
            value: operator,
            label: t(`forms:condition.is.${operator}`),
          }))}
          value={operatorOf(test)}
          allowDeselect={false}
          onChange={(chosen) => {
            const operator = operators.find((one) => one === chosen);
            if (operator) onChange(newTest(test.fieldKey, operator));
          }}
        />
      )}
      {operatorOf(test) === 'anyOf' && <AnyOf {...{ form, field, test, onChange }} />}
      {operatorOf(test) === 'range' && <Range {...{ test, onChange }} />}
    </div>
  );
}

interface AnyOfProps {
  form: RegisterForm;
  field: RegisterField | null;
  test: Test;
  onChange: (test: Test) => void;
}

function AnyOf({ form, field, test, onChange }: AnyOfProps) {
  const { t } = useTranslation('forms');
  const words = useValueWords();
  const value = test.anyOf ?? [];
  const write = (anyOf: string[]) => {
    onChange({ ...test, anyOf });
  };
  if (field?.kind === 'COUNTRY') {
    return (
      <CountryPicker isMultiple label={t('condition.values')} value={value} onChange={write} />
    );
  }
  const choices = field ? choicesOf(field, words) : form.statuses;
  return (
    <MultiSelect
      size="xs"
      aria-label={t('condition.values')}
      placeholder={value.length === 0 ? t('condition.values') : undefined}
      data={choices.map(({ key, label }) => ({ value: key, label }))}
      value={value}
      onChange={write}
    />
  );
}

const numberOrNull = (value: number | string) => (typeof value === 'number' ? value : null);

function Range({ test, onChange }: { test: Test; onChange: (test: Test) => void }) {
  const { t } = useTranslation('forms');
  return (
    <Group grow gap={4}>
      <NumberInput
        size="xs"
        hideControls
        aria-label={t('condition.from')}
        placeholder={t('condition.from')}
        value={test.from ?? ''}
        onChange={(value) => {
          onChange({ ...test, from: numberOrNull(value) });
        }}
      />
      <NumberInput
        size="xs"
        hideControls
        aria-label={t('condition.to')}
        placeholder={t('condition.to')}
        value={test.to ?? ''}
        onChange={(value) => {
          onChange({ ...test, to: numberOrNull(value) });
        }}
      />
    </Group>
  );
}
