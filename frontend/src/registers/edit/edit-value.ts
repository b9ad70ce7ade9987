import type { FieldKind, FieldValueInput, YesNoNa } from '@/graphql';

import { type PickOption, recordLabel } from '../pickers/option-source';
import type { RegisterField } from '../register-form';
import type { FilledValue } from '../value/field-value';

/** What stands in one field of the record form, by kind of field. */
export type EditValue =
  | { kind: 'TEXT'; text: string }
  | { kind: 'RICH_TEXT'; html: string }
  | {
      kind: 'NUMBER';
      number: number | null;
      /** What was typed when it is no number. */ unread: string;
    }
  | { kind: 'DATE'; date: string | null }
  | { kind: 'YES_NO_NA'; answer: YesNoNa | null }
  | { kind: 'CHOICE'; keys: string[] }
  | { kind: 'USER'; user: PickOption | null }
  | { kind: 'REFERENCE'; records: PickOption[] }
  | { kind: 'LIKELIHOOD_IMPACT'; likelihood: number | null; impact: number | null };

export type EditValues = Record<string, EditValue>;

export function emptyValue(kind: FieldKind): EditValue {
  switch (kind) {
    case 'TEXT':
      return { kind, text: '' };
    case 'RICH_TEXT':
      return { kind, html: '' };
    case 'NUMBER':
      return { kind, number: null, unread: '' };
    case 'DATE':
      return { kind, date: null };
    case 'YES_NO_NA':
      return { kind, answer: null };
    case 'CHOICE':
      return { kind, keys: [] };
    case 'USER':
      return { kind, user: null };
    case 'REFERENCE':
      return { kind, records: [] };
    case 'LIKELIHOOD_IMPACT':
      return { kind, likelihood: null, impact: null };
  }
}

/** A value as the server gave it, ready to be edited. */
export function toEditValue(kind: FieldKind, value: FilledValue | undefined): EditValue {
  switch (value?.__typename) {
    case undefined:
      return emptyValue(kind);
    case 'TextValue':
      return { kind: 'TEXT', text: value.text };
    case 'RichTextValue':
      return { kind: 'RICH_TEXT', html: value.html };
    case 'NumberValue':
      return { kind: 'NUMBER', number: value.number, unread: '' };
    case 'DateValue':
      return { kind: 'DATE', date: value.date };
    case 'YesNoNaValue':
      return { kind: 'YES_NO_NA', answer: value.answer };
    case 'ChoiceValue':
      return { kind: 'CHOICE', keys: value.options.map((option) => option.key) };
    case 'UserValue':
      return { kind: 'USER', user: { id: value.user.id, label: value.user.displayName } };
    case 'ReferenceValue':
      return {
        kind: 'REFERENCE',
        records: value.records.map((record) => ({ id: record.id, label: recordLabel(record) })),
      };
    case 'LikelihoodImpactValue':
      return { kind: 'LIKELIHOOD_IMPACT', likelihood: value.likelihood, impact: value.impact };
  }
}

/** All fields of a form, those without a value empty. */
export function toEditValues(
  fields: readonly Pick<RegisterField, 'key' | 'kind'>[],
  values: ReadonlyMap<string, FilledValue>,
): EditValues {
  return Object.fromEntries(
    fields.map((field) => [field.key, toEditValue(field.kind, values.get(field.key))]),
  );
}

const hasWords = (html: string) => html.replace(/<[^>]*>|&nbsp;|\s/g, '') !== '';

export function isEmpty(value: EditValue): boolean {
  switch (value.kind) {
    case 'TEXT':
      return value.text.trim() === '';
    case 'RICH_TEXT':
      return !hasWords(value.html);
    case 'NUMBER':
      return value.number === null && value.unread === '';
    case 'DATE':
      return value.date === null;
    case 'YES_NO_NA':
      return value.answer === null;
    case 'CHOICE':
      return value.keys.length === 0;
    case 'USER':
      return value.user === null;
    case 'REFERENCE':
      return value.records.length === 0;
    case 'LIKELIHOOD_IMPACT':
      return value.likelihood === null && value.impact === null;
  }
}

/** The value as the server takes it: the key alone empties the field. */
export function toInput(key: string, value: EditValue): FieldValueInput {
  if (isEmpty(value)) return { key };
  switch (value.kind) {
    case 'TEXT':
      return { key, text: value.text.trim() };
    case 'RICH_TEXT':
      return { key, html: value.html };
    case 'NUMBER':
      return { key, number: value.number };
    case 'DATE':
      return { key, date: value.date };
    case 'YES_NO_NA':
      return { key, yesNoNa: value.answer };
    case 'CHOICE':
      return { key, choices: value.keys };
    case 'USER':
      return { key, user: value.user?.id };
    case 'REFERENCE':
      return { key, references: value.records.map((record) => record.id) };
    case 'LIKELIHOOD_IMPACT': {
      const { likelihood, impact } = value;
      if (likelihood === null || impact === null) return { key };
      return { key, likelihoodImpact: { likelihood, impact } };
    }
  }
}

/** Whether the server would store the same; labels and outer spaces make no difference. */
export function isSame(a: EditValue, b: EditValue): boolean {
  return JSON.stringify(toInput('', a)) === JSON.stringify(toInput('', b));
}

/** Keys of the fields that differ. */
export function changedKeys(before: EditValues, after: EditValues): string[] {
  return Object.entries(after).flatMap(([key, value]) => {
    const old = before[key];
    return old && isSame(old, value) ? [] : [key];
  });
}
