import type { TFunction } from 'i18next';

import type { YesNoNa } from '@/graphql';
import { formatCountry, formatDate } from '@/i18n/formats';

import type { PickOption } from '../pickers/option-source';
import type { RegisterField } from '../register-form';
import { type ValueWords, formatQuantity } from '../value/field-value';
import { type FieldCondition, matrixCellKey } from './condition';

export const answerKeys: readonly YesNoNa[] = ['YES', 'NO', 'NOT_APPLICABLE'];

interface WordSources {
  t: TFunction<'registers'>;
  words: ValueWords;
  /** The names of users and records in the condition, as far as they are known yet. */
  labels: readonly PickOption[];
}

/** What a condition asks, in words: `bevat “mail”`, `10 of hoger`. */
export function describeCondition(
  condition: FieldCondition,
  field: RegisterField,
  { t, words, labels }: WordSources,
): string {
  switch (condition.test) {
    case 'contains':
      return t('filter.says.contains', { text: condition.text });
    case 'any':
      return condition.keys.map((key) => choiceLabel(key, field, words)).join(', ');
    case 'deadline':
      return condition.states.map((state) => words.deadlines[state]).join(', ');
    case 'user':
    case 'group':
    case 'record':
      return condition.ids
        .map((id) => labels.find((option) => option.id === id)?.label ?? '…')
        .join(', ');
    case 'number': {
      const write = (number: number | null) =>
        number === null ? null : formatQuantity(number, field, words.language);
      return describeRange(write(condition.from), write(condition.to), t);
    }
    case 'date': {
      const write = (day: string | null) => (day === null ? null : formatDate(day, words.language));
      return describeRange(write(condition.from), write(condition.to), t, 'dateRange');
    }
    case 'empty':
      return condition.isEmpty ? t('filter.says.empty') : t('filter.says.filled');
  }
}

function choiceLabel(key: string, field: RegisterField, words: ValueWords): string {
  if (field.kind === 'COUNTRY') return formatCountry(key, words.language);
  return choicesOf(field, words).find((choice) => choice.key === key)?.label ?? key;
}

/** What can be chosen in a field's condition: options, answers, or the cells of its matrix. */
export function choicesOf(
  field: RegisterField,
  { answers }: Pick<ValueWords, 'answers'>,
): { key: string; label: string }[] {
  const isAnswer = field.kind === 'YES_NO_NA' || field.result === 'YES_NO_NA';
  if (isAnswer) return answerKeys.map((key) => ({ key, label: answers[key] }));
  if (!field.scale) return field.options;
  const { likelihood, impact } = field.scale;
  return likelihood.flatMap((row) =>
    impact.map((column) => ({
      key: matrixCellKey(row.value, column.value),
      label: `${row.label} × ${column.label}`,
    })),
  );
}

function describeRange(
  from: string | null,
  to: string | null,
  t: TFunction<'registers'>,
  kind: 'range' | 'dateRange' = 'range',
): string {
  if (from !== null && to !== null) return t(`filter.says.${kind}.between`, { from, to });
  return from !== null
    ? t(`filter.says.${kind}.from`, { from })
    : t(`filter.says.${kind}.to`, { to });
}
