import { describe, expect, it } from 'vitest';

import { aField } from '../testing/sample-form';
import { type EditValues, emptyValue } from './edit-value';
import { type ConditionTest, holds, isCompulsory, isVisible } from './field-rules';

const test = (fieldKey: string, asks: Partial<ConditionTest>): ConditionTest => ({
  fieldKey,
  anyOf: null,
  isFilled: null,
  from: null,
  to: null,
  ...asks,
});
const values: EditValues = {
  personal: { kind: 'YES_NO_NA', answer: 'YES' },
  kind: { kind: 'CHOICE', keys: ['loss', 'theft'] },
  country: { kind: 'COUNTRY', codes: ['NL'] },
  steps: { kind: 'CHECKLIST', ticked: ['badge'] },
  people: { kind: 'NUMBER', number: 10, unread: '' },
  score: { kind: 'LIKELIHOOD_IMPACT', likelihood: 3, impact: 4 },
  total: { kind: 'COMPUTED', value: { __typename: 'NumberValue', number: 7 } },
  reason: { kind: 'TEXT', text: ' ' },
  half: { kind: 'LIKELIHOOD_IMPACT', likelihood: 3, impact: null },
};
const situation = { values, statusKey: 'closed' };
const all = (...tests: ConditionTest[]) => holds({ isAny: false, tests }, situation);
const any = (...tests: ConditionTest[]) => holds({ isAny: true, tests }, situation);

describe('a condition', () => {
  it('looks for one of what was chosen', () => {
    expect(all(test('personal', { anyOf: ['YES'] }))).toBe(true);
    expect(all(test('personal', { anyOf: ['NO', 'NOT_APPLICABLE'] }))).toBe(false);
    expect(all(test('kind', { anyOf: ['theft'] }))).toBe(true);
    expect(all(test('country', { anyOf: ['BE', 'NL'] }))).toBe(true);
    expect(all(test('steps', { anyOf: ['laptop'] }))).toBe(false);
    expect(all(test('$status', { anyOf: ['closed'] }))).toBe(true);
    expect(all(test('$status', { anyOf: ['open'] }))).toBe(false);
  });

  it('compares numbers and scores, the bounds included', () => {
    expect(all(test('people', { from: 10 }))).toBe(true);
    expect(all(test('people', { from: 10.1 }))).toBe(false);
    expect(all(test('score', { from: 12, to: 12 }))).toBe(true);
    expect(all(test('total', { to: 6 }))).toBe(false);
    expect(all(test('half', { from: 0 }))).toBe(false);
    expect(all(test('reason', { to: 5 }))).toBe(false);
  });

  it('knows what is filled in', () => {
    expect(all(test('reason', { isFilled: true }))).toBe(false);
    expect(all(test('reason', { isFilled: false }))).toBe(true);
    expect(all(test('half', { isFilled: true }))).toBe(true);
    expect(all(test('gone', { isFilled: true }))).toBe(false);
    expect(all(test('gone', { isFilled: false }))).toBe(true);
  });

  it('wants all of its tests, or any of them', () => {
    const yes = test('personal', { anyOf: ['YES'] });
    const no = test('people', { from: 99 });
    expect([all(yes, no), any(yes, no), any(no, no)]).toEqual([false, true, false]);
    expect([all(), any()]).toEqual([true, true]);
  });
});

describe('a field', () => {
  const whenClosed = { isAny: false, tests: [test('$status', { anyOf: ['closed'] })] };
  const whenOpen = { isAny: false, tests: [test('$status', { anyOf: ['open'] })] };

  it('is there unless its condition says otherwise', () => {
    expect(isVisible(aField(), situation)).toBe(true);
    expect(isVisible(aField({ visibleWhen: whenClosed }), situation)).toBe(true);
    expect(isVisible(aField({ visibleWhen: whenOpen }), situation)).toBe(false);
  });

  it('is compulsory always, or when its condition holds', () => {
    expect(isCompulsory(aField(), situation)).toBe(false);
    expect(isCompulsory(aField({ requiredWhen: whenClosed }), situation)).toBe(true);
    expect(isCompulsory(aField({ requiredWhen: whenOpen }), situation)).toBe(false);
    expect(isCompulsory(aField({ isRequired: true, requiredWhen: whenOpen }), situation)).toBe(
      true,
    );
  });

  it('is never compulsory when it is not there, or follows from the rest', () => {
    const hidden = aField({ isRequired: true, visibleWhen: whenOpen });
    expect(isCompulsory(hidden, situation)).toBe(false);
    for (const kind of ['COMPUTED', 'DEADLINE', 'AUTO_NUMBER'] as const) {
      expect(emptyValue(kind).kind).toBe(kind);
      expect(isCompulsory(aField({ kind, isRequired: true }), situation)).toBe(false);
    }
  });
});
