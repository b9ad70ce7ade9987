import type { UserErrorLike } from '@/graphql';

import { type RegisterField, shownFields } from '../register-form';
import { isWebAddress } from '../value/web-address';
import { type EditValue, type EditValues, isEmpty, keptLinks, toMoment } from './edit-value';
import { type Situation, isCompulsory, isVisible } from './field-rules';

/** As the server counts: code points, not what JavaScript calls a character. */
const characters = (text: string) => Array.from(text.trim()).length;

const decimalsOf = (number: number) => {
  const [, fraction = ''] = number.toFixed(12).replace(/0+$/, '').split('.');
  return fraction.length;
};

const refusal = (code: string, params: Record<string, unknown> = {}) => ({ code, params });

/** The first thing the server would object to; null when it would accept the value. */
export function checkValue(
  field: RegisterField,
  value: EditValue,
  isRequired: boolean = field.isRequired,
): UserErrorLike | null {
  if (isEmpty(value)) return isRequired ? refusal('REQUIRED') : null;
  switch (value.kind) {
    case 'TEXT':
      return field.maxLength !== null && characters(value.text) > field.maxLength
        ? refusal('TOO_LONG', { max: field.maxLength })
        : null;
    case 'NUMBER':
      return checkNumber(field, value.number);
    case 'DATE_TIME':
      return toMoment(value) === null ? refusal('INCOMPLETE_MOMENT') : null;
    case 'FILE':
      return value.sending > 0 ? refusal('STILL_SENDING') : null;
    case 'COLOUR':
      return /^#[\da-f]{6}$/i.test(value.hex.trim()) ? null : refusal('NOT_A_COLOUR');
    case 'WEB_LINK':
      return keptLinks(value.links).every(({ url }) => isWebAddress(url))
        ? null
        : refusal('INVALID_URL');
    case 'LIKELIHOOD_IMPACT':
      return value.likelihood === null || value.impact === null ? refusal('REQUIRED') : null;
    default:
      return null;
  }
}

function checkNumber(field: RegisterField, number: number | null): UserErrorLike | null {
  if (number === null) return refusal('NOT_A_NUMBER');
  const { minimum, maximum, decimals } = field;
  if (minimum != null && number < minimum) return refusal('TOO_LOW', { min: minimum });
  if (maximum != null && number > maximum) return refusal('TOO_HIGH', { max: maximum });
  if (decimalsOf(number) > (decimals ?? 0)) {
    return refusal('TOO_MANY_DECIMALS', { max: decimals ?? 0 });
  }
  return null;
}

/** What is wrong, by field key. Fields that are not on the form now are not looked at. */
export function checkValues(
  fields: readonly RegisterField[],
  values: EditValues,
  statusKey: string,
): Map<string, UserErrorLike> {
  const situation: Situation = { values, statusKey };
  return new Map(
    shownFields({ fields }).flatMap((field) => {
      const value = values[field.key];
      if (!value || !isVisible(field, situation)) return [];
      const error = checkValue(field, value, isCompulsory(field, situation));
      return error ? [[field.key, error] as const] : [];
    }),
  );
}
