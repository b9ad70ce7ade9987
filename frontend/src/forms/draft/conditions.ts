import type { FieldKind } from '@/graphql';
import { type ConditionTest, STATUS_KEY } from '@/registers/edit/field-rules';

import type { DraftField, FormDraft } from './form-draft';

/** What a test can ask. */
export type TestOperator = 'anyOf' | 'filled' | 'empty' | 'range';

const ANY_OF: ReadonlySet<FieldKind> = new Set<FieldKind>([
  'YES_NO_NA',
  'CHOICE',
  'CHECKLIST',
  'COUNTRY',
]);
const NUMBERS: ReadonlySet<FieldKind> = new Set<FieldKind>([
  'NUMBER',
  'LIKELIHOOD_IMPACT',
  'COMPUTED',
]);

/** What can be asked of a field, or (null) of the status; the likeliest first. */
export function operatorsOf(field: Pick<DraftField, 'kind'> | null): TestOperator[] {
  if (!field) return ['anyOf'];
  if (ANY_OF.has(field.kind)) return ['anyOf', 'filled', 'empty'];
  return NUMBERS.has(field.kind) ? ['range', 'filled', 'empty'] : ['filled', 'empty'];
}

export function operatorOf(test: ConditionTest): TestOperator {
  if (test.anyOf !== null) return 'anyOf';
  if (test.isFilled !== null) return test.isFilled ? 'filled' : 'empty';
  return 'range';
}

/** A test of a field that asks nothing in particular yet. */
export function newTest(fieldKey: string, operator: TestOperator): ConditionTest {
  return {
    fieldKey,
    anyOf: operator === 'anyOf' ? [] : null,
    isFilled: operator === 'filled' ? true : operator === 'empty' ? false : null,
    from: null,
    to: null,
  };
}

/** Fields that a condition of another field can look at: those that have a key. */
export const subjectsFor = (draft: FormDraft, id: string): DraftField[] =>
  draft.fields.filter((field) => field.id !== id && field.key !== '');

/** A field of which more can be asked than whether it is filled in. */
const hasChoices = (field: DraftField) => field.key !== '' && operatorsOf(field).length > 2;

/** The first test of a condition: of the question before, which mostly is what it is about. */
export function firstTest(draft: FormDraft, id: string): ConditionTest {
  const place = draft.fields.findIndex((field) => field.id === id);
  const subjects = subjectsFor(draft, id);
  const before = draft.fields.slice(0, Math.max(place, 0)).findLast(hasChoices);
  const subject = before ?? subjects.find(hasChoices) ?? subjects[0];
  return subject
    ? newTest(subject.key, operatorsOf(subject)[0] ?? 'filled')
    : newTest(STATUS_KEY, 'anyOf');
}
