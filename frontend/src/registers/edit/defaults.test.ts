import { expect, it } from 'vitest';

import { aField } from '../testing/sample-form';
import { defaultValue, defaultValues } from './defaults';
import { emptyValue } from './edit-value';

const occasion = { me: { id: 'usr_1', label: 'Anneke' }, now: new Date(2026, 10, 23, 9, 5) };
const value = (field: Parameters<typeof aField>[0]) => defaultValue(aField(field), occasion);

it('begins with today, now or me', () => {
  const today = { kind: 'TODAY', value: null } as const;
  expect(value({ kind: 'DATE', default: today })).toEqual({ kind: 'DATE', date: '2026-11-23' });
  expect(value({ kind: 'DATE_TIME', default: today })).toEqual({
    kind: 'DATE_TIME',
    day: '2026-11-23',
    time: '09:05',
  });
  expect(value({ kind: 'USER', default: { kind: 'ME', value: null } })).toEqual({
    kind: 'USER',
    users: [occasion.me],
  });
});

it('begins with a value of the form', () => {
  const answer = { __typename: 'YesNoNaValue', answer: 'NO' } as const;
  expect(value({ kind: 'YES_NO_NA', default: { kind: 'VALUE', value: answer } })).toEqual({
    kind: 'YES_NO_NA',
    answer: 'NO',
  });
});

it('begins empty otherwise, also where the default cannot be', () => {
  expect(value({ kind: 'TEXT', default: { kind: 'TODAY', value: null } })).toEqual(
    emptyValue('TEXT'),
  );
  expect(defaultValues([aField({ key: 'a' })], occasion)).toEqual({ a: emptyValue('TEXT') });
});
