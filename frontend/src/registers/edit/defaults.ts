import { dayOfMoment } from '@/i18n/days';

import type { PickOption } from '../pickers/option-source';
import type { RegisterField } from '../register-form';
import {
  type EditValue,
  type EditValues,
  emptyValue,
  toDayAndTime,
  toEditValue,
} from './edit-value';

/** What defaults depend on besides the form. */
export interface Occasion {
  me: PickOption;
  now: Date;
}

type DefaultedField = Pick<RegisterField, 'key' | 'kind' | 'default'>;

/** What a field of a new record begins with; empty when its form says nothing. */
export function defaultValue(field: DefaultedField, { me, now }: Occasion): EditValue {
  const empty = emptyValue(field.kind);
  switch (field.default?.kind) {
    case 'TODAY':
      if (empty.kind === 'DATE') return { ...empty, date: dayOfMoment(now) };
      if (empty.kind === 'DATE_TIME') return { ...empty, ...toDayAndTime(now) };
      return empty;
    case 'ME':
      return empty.kind === 'USER' ? { ...empty, users: [me] } : empty;
    case 'VALUE':
      return toEditValue(field.kind, field.default.value ?? undefined);
    case undefined:
      return empty;
  }
}

/** The values of a new record. */
export const defaultValues = (fields: readonly DefaultedField[], occasion: Occasion): EditValues =>
  Object.fromEntries(fields.map((field) => [field.key, defaultValue(field, occasion)]));
