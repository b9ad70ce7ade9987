import { describe, expect, it } from 'vitest';

import type { FilledValue } from '../value/field-value';
import {
  type EditValue,
  changedKeys,
  emptyValue,
  isEmpty,
  isSame,
  toEditValues,
  toInput,
} from './edit-value';

const KINDS = [
  'TEXT',
  'RICH_TEXT',
  'NUMBER',
  'DATE',
  'YES_NO_NA',
  'CHOICE',
  'USER',
  'REFERENCE',
  'LIKELIHOOD_IMPACT',
] as const;

describe('a form value for the server', () => {
  it('sets exactly the member that fits the kind', () => {
    const cases: [EditValue, object][] = [
      [{ kind: 'TEXT', text: '  Laptop gestolen ' }, { text: 'Laptop gestolen' }],
      [{ kind: 'RICH_TEXT', html: '<p>a</p>' }, { html: '<p>a</p>' }],
      [{ kind: 'NUMBER', number: 0, unread: '' }, { number: 0 }],
      [{ kind: 'DATE', date: '2026-12-31' }, { date: '2026-12-31' }],
      [{ kind: 'YES_NO_NA', answer: 'NO' }, { yesNoNa: 'NO' }],
      [{ kind: 'CHOICE', keys: ['a', 'b'] }, { choices: ['a', 'b'] }],
      [{ kind: 'USER', user: { id: 'usr_1', label: 'Anneke' } }, { user: 'usr_1' }],
      [{ kind: 'REFERENCE', records: [{ id: 'rec_1', label: 'x' }] }, { references: ['rec_1'] }],
      [
        { kind: 'LIKELIHOOD_IMPACT', likelihood: 2, impact: 5 },
        { likelihoodImpact: { likelihood: 2, impact: 5 } },
      ],
    ];
    for (const [value, member] of cases)
      expect(toInput('k', value)).toEqual({ key: 'k', ...member });
    expect(cases.map(([value]) => value.kind)).toEqual([...KINDS]);
  });

  it('sends the key alone for an empty field of any kind', () => {
    for (const kind of KINDS) {
      expect(isEmpty(emptyValue(kind))).toBe(true);
      expect(toInput('k', emptyValue(kind))).toEqual({ key: 'k' });
    }
  });

  it('counts an editor with nothing but markup as empty', () => {
    expect(toInput('k', { kind: 'RICH_TEXT', html: '<p></p>' })).toEqual({ key: 'k' });
    expect(toInput('k', { kind: 'RICH_TEXT', html: '<p>&nbsp;<br></p>' })).toEqual({ key: 'k' });
  });
});

it('brings every kind of value from the server into the form and back', () => {
  const linked = {
    id: 'rec_9',
    code: 'MID-0009',
    number: 9,
    title: 'Laptops',
    form: { key: 'assets' },
  };
  const values: Record<string, FilledValue> = {
    TEXT: { __typename: 'TextValue', text: 'a' },
    RICH_TEXT: { __typename: 'RichTextValue', html: '<p>b</p>', plainText: 'b' },
    NUMBER: { __typename: 'NumberValue', number: 1.5 },
    DATE: { __typename: 'DateValue', date: '2026-01-02' },
    YES_NO_NA: { __typename: 'YesNoNaValue', answer: 'YES' },
    CHOICE: { __typename: 'ChoiceValue', options: [{ key: 'o', label: 'O', colour: null }] },
    USER: { __typename: 'UserValue', user: { id: 'usr_1', displayName: 'Anneke' } },
    REFERENCE: { __typename: 'ReferenceValue', records: [linked] },
    LIKELIHOOD_IMPACT: {
      __typename: 'LikelihoodImpactValue',
      likelihood: 2,
      impact: 3,
      score: 6,
      level: { key: 'medium', label: 'Midden', colour: 'yellow' },
    },
  };
  const edited = toEditValues(
    KINDS.map((kind) => ({ key: kind, kind })),
    new Map(Object.entries(values)),
  );
  expect(Object.entries(edited).map(([key, value]) => toInput(key, value))).toEqual([
    { key: 'TEXT', text: 'a' },
    { key: 'RICH_TEXT', html: '<p>b</p>' },
    { key: 'NUMBER', number: 1.5 },
    { key: 'DATE', date: '2026-01-02' },
    { key: 'YES_NO_NA', yesNoNa: 'YES' },
    { key: 'CHOICE', choices: ['o'] },
    { key: 'USER', user: 'usr_1' },
    { key: 'REFERENCE', references: ['rec_9'] },
    { key: 'LIKELIHOOD_IMPACT', likelihoodImpact: { likelihood: 2, impact: 3 } },
  ]);
});

it('sees only real changes', () => {
  const before = {
    a: { kind: 'TEXT', text: 'x' },
    b: { kind: 'CHOICE', keys: [] },
  } satisfies Record<string, EditValue>;
  expect(isSame({ kind: 'TEXT', text: ' x ' }, before.a)).toBe(true);
  expect(changedKeys(before, { ...before, a: { kind: 'TEXT', text: 'x ' } })).toEqual([]);
  expect(changedKeys(before, { ...before, b: { kind: 'CHOICE', keys: ['o'] } })).toEqual(['b']);
});
