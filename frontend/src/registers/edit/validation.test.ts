import { expect, it } from 'vitest';

import { aField } from '../testing/sample-form';
import { type EditValue, emptyValue } from './edit-value';
import { checkValue, checkValues } from './validation';

const number = (value: number): EditValue => ({ kind: 'NUMBER', number: value, unread: '' });
const text = (value: string): EditValue => ({ kind: 'TEXT', text: value });

it('asks for required fields and for no others', () => {
  expect(checkValue(aField({ isRequired: true }), text('  '))).toEqual({
    code: 'REQUIRED',
    params: {},
  });
  expect(checkValue(aField(), text(''))).toBeNull();
});

it('counts characters as people do, up to the last one allowed', () => {
  const field = aField({ maxLength: 3 });
  expect(checkValue(field, text('😀😀😀'))).toBeNull();
  expect(checkValue(field, text('abcd'))).toEqual({ code: 'TOO_LONG', params: { max: 3 } });
});

it('holds numbers to the bounds, which are allowed themselves', () => {
  const field = aField({ kind: 'NUMBER', minimum: 0, maximum: 10, decimals: 2 });
  expect(checkValue(field, number(0))).toBeNull();
  expect(checkValue(field, number(10))).toBeNull();
  expect(checkValue(field, number(0.29))).toBeNull();
  expect(checkValue(field, number(-0.01))).toEqual({ code: 'TOO_LOW', params: { min: 0 } });
  expect(checkValue(field, number(10.5))).toEqual({ code: 'TOO_HIGH', params: { max: 10 } });
  expect(checkValue(field, number(1.005))).toEqual({
    code: 'TOO_MANY_DECIMALS',
    params: { max: 2 },
  });
});

it('does not take text for a number', () => {
  const field = aField({ kind: 'NUMBER' });
  expect(checkValue(field, { kind: 'NUMBER', number: null, unread: '-' })?.code).toBe(
    'NOT_A_NUMBER',
  );
});

it('wants both halves of a risk or neither', () => {
  const field = aField({ kind: 'LIKELIHOOD_IMPACT' });
  expect(checkValue(field, emptyValue('LIKELIHOOD_IMPACT'))).toBeNull();
  expect(checkValue(field, { kind: 'LIKELIHOOD_IMPACT', likelihood: 2, impact: null })?.code).toBe(
    'REQUIRED',
  );
});

it('names the fields that are wrong', () => {
  const fields = [aField({ key: 'a', isRequired: true }), aField({ key: 'b' })];
  const errors = checkValues(fields, { a: text(''), b: text('') }, 'open');
  expect([...errors.keys()]).toEqual(['a']);
});

it('asks only for what is on the form now', () => {
  const visibleWhen = {
    isAny: false,
    tests: [{ fieldKey: '$status', anyOf: ['closed'], isFilled: null, from: null, to: null }],
  };
  const fields = [
    aField({ key: 'a', isRequired: true, visibleWhen }),
    aField({ key: 'b', isRequired: true, isHidden: true }),
    aField({ key: 'c', requiredWhen: visibleWhen }),
  ];
  const values = { a: text(''), b: text(''), c: text('') };
  expect([...checkValues(fields, values, 'open').keys()]).toEqual([]);
  expect([...checkValues(fields, values, 'closed').keys()]).toEqual(['a', 'c']);
});

it('takes no address that could run something, and waits for files', () => {
  const links = [{ url: 'javascript:alert(1)', title: '' }];
  expect(checkValue(aField({ kind: 'WEB_LINK' }), { kind: 'WEB_LINK', links })?.code).toBe(
    'INVALID_URL',
  );
  expect(checkValue(aField({ kind: 'FILE' }), { kind: 'FILE', files: [], sending: 1 })?.code).toBe(
    'STILL_SENDING',
  );
  expect(checkValue(aField({ kind: 'COLOUR' }), { kind: 'COLOUR', hex: 'rood' })?.code).toBe(
    'NOT_A_COLOUR',
  );
});
