import type { ConditionPartsFragment } from '@/graphql';

import { DERIVED_KINDS, type RegisterField } from '../register-form';
import { type EditValue, type EditValues, isEmpty } from './edit-value';

/** When something holds: all tests, or one of them. */
export type Condition = ConditionPartsFragment;
export type ConditionTest = Condition['tests'][number];

/** In place of a field's key: the status. */
export const STATUS_KEY = '$status';

/** What conditions look at. */
export interface Situation {
  values: EditValues;
  statusKey: string;
}

type RuledField = Pick<RegisterField, 'kind' | 'isRequired' | 'visibleWhen' | 'requiredWhen'>;

/** The field is on the form: it has no condition, or its condition holds. */
export function isVisible(field: Pick<RuledField, 'visibleWhen'>, situation: Situation): boolean {
  return !field.visibleWhen || holds(field.visibleWhen, situation);
}

/** An answer is compulsory now. What is not on the form, or follows from the rest, never is. */
export function isCompulsory(field: RuledField, situation: Situation): boolean {
  if (DERIVED_KINDS.has(field.kind) || !isVisible(field, situation)) return false;
  return field.isRequired || (!!field.requiredWhen && holds(field.requiredWhen, situation));
}

/** A condition without tests asks nothing. */
export function holds({ isAny, tests }: Condition, situation: Situation): boolean {
  if (tests.length === 0) return true;
  const passes = (test: ConditionTest) => passesTest(test, situation);
  return isAny ? tests.some(passes) : tests.every(passes);
}

/** Everything that one test asks must hold. */
function passesTest(test: ConditionTest, { values, statusKey }: Situation): boolean {
  const isStatus = test.fieldKey === STATUS_KEY;
  const value = isStatus ? undefined : values[test.fieldKey];
  const { anyOf, isFilled, from, to } = test;
  if (anyOf) {
    const keys = isStatus ? [statusKey] : value ? keysOf(value) : [];
    if (!keys.some((key) => anyOf.includes(key))) return false;
  }
  if (isFilled !== null) {
    const filled = isStatus || (value !== undefined && !isEmpty(value));
    if (filled !== isFilled) return false;
  }
  if (from === null && to === null) return true;
  const number = value ? numberOf(value) : null;
  return number !== null && (from === null || number >= from) && (to === null || number <= to);
}

/** What of a list was chosen: option keys, an answer, country codes. */
function keysOf(value: EditValue): readonly string[] {
  switch (value.kind) {
    case 'YES_NO_NA':
      return value.answer === null ? [] : [value.answer];
    case 'CHOICE':
      return value.keys;
    case 'DYNAMIC_CHOICE':
      return value.words;
    case 'COUNTRY':
      return value.codes;
    case 'CHECKLIST':
      return value.ticked;
    case 'COMPUTED':
      return value.value?.__typename === 'YesNoNaValue' ? [value.value.answer] : [];
    default:
      return [];
  }
}

/** A number, a score, or what a formula came to when the record was last saved. */
function numberOf(value: EditValue): number | null {
  switch (value.kind) {
    case 'NUMBER':
      return value.number;
    case 'LIKELIHOOD_IMPACT':
      return value.likelihood === null || value.impact === null
        ? null
        : value.likelihood * value.impact;
    case 'COMPUTED':
      return value.value?.__typename === 'NumberValue' ? value.value.number : null;
    default:
      return null;
  }
}
