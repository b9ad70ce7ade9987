import type { UserErrorLike } from '@/graphql';

import type { RegisterField } from '../register-form';
import { type EditValue, type EditValues, isEmpty } from './edit-value';

/** As the server counts: code points, not what JavaScript calls a character. */
const characters = (text: string) => Array.from(text.trim()).length;

const decimalsOf = (number: number) => {
  const [, fraction = ''] = number.toFixed(12).replace(/0+$/, '').split('.');
  return fraction.length;
};

/** The first thing the server would object to; null when it would accept the value. */
export function checkValue(field: RegisterField, value: EditValue): UserErrorLike | null {
  if (isEmpty(value)) return field.isRequired ? { code: 'REQUIRED', params: {} } : null;
  switch (value.kind) {
    case 'TEXT':
      return field.maxLength !== null && characters(value.text) > field.maxLength
        ? { code: 'TOO_LONG', params: { max: field.maxLength } }
        : null;
    case 'NUMBER':
      return checkNumber(field, value.number);
    case 'LIKELIHOOD_IMPACT':
      return value.likelihood === null || value.impact === null
        ? { code: 'REQUIRED', params: {} }
        : null;
    default:
      return null;
  }
}

function checkNumber(field: RegisterField, number: number | null): UserErrorLike | null {
  if (number === null) return { code: 'NOT_A_NUMBER', params: {} };
  const { minimum, maximum, decimals } = field;
  if (minimum != null && number < minimum) return { code: 'TOO_LOW', params: { min: minimum } };
  if (maximum != null && number > maximum) return { code: 'TOO_HIGH', params: { max: maximum } };
  if (decimalsOf(number) > (decimals ?? 0)) {
    return { code: 'TOO_MANY_DECIMALS', params: { max: decimals ?? 0 } };
  }
  return null;
}

/** What is wrong, by field key. */
export function checkValues(
  fields: readonly RegisterField[],
  values: EditValues,
): Map<string, UserErrorLike> {
  return new Map(
    fields.flatMap((field) => {
      const value = values[field.key];
      const error = value ? checkValue(field, value) : null;
      return error ? [[field.key, error] as const] : [];
    }),
  );
}
