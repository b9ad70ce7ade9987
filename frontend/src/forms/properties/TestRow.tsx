import { ActionIcon, Group, MultiSelect, NumberInput, Select } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { textIn } from '@/localized/local-text';
import { type ConditionTest, STATUS_KEY } from '@/registers/edit/field-rules';
import { answerKeys } from '@/registers/list/condition-words';
import { CountryPicker } from '@/registers/pickers/CountryPicker';
import { useValueWords } from '@/registers/value/useValueWords';

import { newTest, operatorOf, operatorsOf, subjectsFor } from '../draft/conditions';
import type { DraftField } from '../draft/form-draft';
import { useDesign } from '../useDesigner';
import classes from './properties.module.css';

interface TestRowProps {
  /** The field the condition is of. */
  field: DraftField;
  test: ConditionTest;
  number: number;
  onChange: (test: ConditionTest) => void;
  onRemove: () => void;
}

/** One test: which field, what is asked of it, and with what. */
export function TestRow({ field, test, number, onChange, onRemove }: TestRowProps) {
  const { t } = useTranslation('forms');
  const { draft, language } = useDesign();
  const subjects = subjectsFor(draft, field.id);
  const subject = subjects.find((other) => other.key === test.fieldKey) ?? null;
  const operators = operatorsOf(subject);
  return (
    <div className={classes.test} role="group" aria-label={t('condition.test', { number })}>
      <Group gap={4} wrap="nowrap">
        <Select
          size="xs"
          style={{ flex: 1 }}
          aria-label={t('condition.subject')}
          data={[
            ...subjects.map((other) => ({
              value: other.key,
              label: textIn(other.label, language) || other.key,
            })),
            { value: STATUS_KEY, label: t('condition.status') },
          ]}
          value={test.fieldKey}
          allowDeselect={false}
          searchable
          onChange={(key) => {
            if (key === null) return;
            const chosen = subjects.find((other) => other.key === key) ?? null;
            onChange(newTest(key, operatorsOf(chosen)[0] ?? 'filled'));
          }}
        />
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('condition.remove', { number })}
          onClick={onRemove}
        >
          <IconTrash size={14} aria-hidden />
        </ActionIcon>
      </Group>
      {operators.length > 1 && (
        <Select
          size="xs"
          aria-label={t('condition.operator')}
          data={operators.map((operator) => ({
            value: operator,
            label: t(`condition.is.${operator}`),
          }))}
          value={operatorOf(test)}
          allowDeselect={false}
          onChange={(chosen) => {
            const operator = operators.find((one) => one === chosen);
            if (operator) onChange(newTest(test.fieldKey, operator));
          }}
        />
      )}
      {operatorOf(test) === 'anyOf' && <AnyOf subject={subject} test={test} onChange={onChange} />}
      {operatorOf(test) === 'range' && <Range test={test} onChange={onChange} />}
    </div>
  );
}

interface TestPartProps {
  test: ConditionTest;
  onChange: (test: ConditionTest) => void;
}

function AnyOf({ subject, test, onChange }: TestPartProps & { subject: DraftField | null }) {
  const { t } = useTranslation('forms');
  const choices = useChoices(subject);
  const value = test.anyOf ?? [];
  const write = (anyOf: string[]) => {
    onChange({ ...test, anyOf });
  };
  if (subject?.kind === 'COUNTRY') {
    return (
      <CountryPicker isMultiple label={t('condition.values')} value={value} onChange={write} />
    );
  }
  return (
    <MultiSelect
      size="xs"
      aria-label={t('condition.values')}
      placeholder={value.length === 0 ? t('condition.values') : undefined}
      data={choices}
      value={value}
      onChange={write}
    />
  );
}

/** What of a field, or (null) of the statuses, can be chosen. */
function useChoices(subject: DraftField | null) {
  const { draft, language } = useDesign();
  const { answers } = useValueWords();
  if (!subject) {
    return draft.statuses
      .filter((status) => status.key !== '')
      .map((status) => ({ value: status.key, label: textIn(status.label, language) }));
  }
  if (subject.kind === 'YES_NO_NA') {
    return answerKeys.map((key) => ({ value: key, label: answers[key] }));
  }
  return subject.options
    .filter((option) => option.key !== '')
    .map((option) => ({ value: option.key, label: textIn(option.label, language) }));
}

const numberOrNull = (value: number | string) => (typeof value === 'number' ? value : null);

function Range({ test, onChange }: TestPartProps) {
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
