import { describe, expect, it } from 'vitest';

import type { FilledValue } from '../value/field-value';
import { type EditValue, emptyValue, isEmpty, toEditValues, toMoment } from './edit-value';
import { changedKeys, isSame, toInput } from './value-input';

const KINDS = [
  'TEXT',
  'RICH_TEXT',
  'NUMBER',
  'DATE',
  'DATE_TIME',
  'YES_NO_NA',
  'CHOICE',
  'DYNAMIC_CHOICE',
  'USER',
  'GROUP',
  'FILE',
  'REFERENCE',
  'COUNTRY',
  'COLOUR',
  'CHECKLIST',
  'WEB_LINK',
  'LIKELIHOOD_IMPACT',
] as const;
const DERIVED = ['COMPUTED', 'DEADLINE', 'AUTO_NUMBER'] as const;
const MOMENT = new Date(2026, 11, 31, 14, 5).toISOString();
const FILE = { id: 'fil_1', fileName: 'a.pdf', byteSize: 12 };
const LINK = { url: 'https://example.org', title: 'Gids' };

describe('a form value for the server', () => {
  it('sets exactly the member that fits the kind', () => {
    const cases: [EditValue, object][] = [
      [{ kind: 'TEXT', text: '  Laptop gestolen ' }, { text: 'Laptop gestolen' }],
      [{ kind: 'RICH_TEXT', html: '<p>a</p>' }, { html: '<p>a</p>' }],
      [{ kind: 'NUMBER', number: 0, unread: '' }, { number: 0 }],
      [{ kind: 'DATE', date: '2026-12-31' }, { date: '2026-12-31' }],
      [{ kind: 'DATE_TIME', day: '2026-12-31', time: '14:05' }, { dateTime: MOMENT }],
      [{ kind: 'YES_NO_NA', answer: 'NO' }, { yesNoNa: 'NO' }],
      [{ kind: 'CHOICE', keys: ['a', 'b'] }, { choices: ['a', 'b'] }],
      [{ kind: 'DYNAMIC_CHOICE', words: ['HR'] }, { words: ['HR'] }],
      [{ kind: 'USER', users: [{ id: 'usr_1', label: 'Anneke' }] }, { users: ['usr_1'] }],
      [{ kind: 'GROUP', groups: [{ id: 'grp_1', label: 'Team' }] }, { groups: ['grp_1'] }],
      [{ kind: 'FILE', files: [FILE], sending: 0 }, { files: ['fil_1'] }],
      [{ kind: 'REFERENCE', records: [{ id: 'rec_1', label: 'x' }] }, { references: ['rec_1'] }],
      [{ kind: 'COUNTRY', codes: ['NL'] }, { countries: ['NL'] }],
      [{ kind: 'COLOUR', hex: '#1971C2' }, { colour: '#1971c2' }],
      [{ kind: 'CHECKLIST', ticked: ['a'] }, { ticked: ['a'] }],
      [{ kind: 'WEB_LINK', links: [LINK, { url: ' ', title: '' }] }, { links: [LINK] }],
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
    for (const kind of [...KINDS, ...DERIVED]) {
      expect(isEmpty(emptyValue(kind))).toBe(true);
      expect(toInput('k', emptyValue(kind))).toEqual({ key: 'k' });
    }
  });

  it('never sends what follows from the rest', () => {
    for (const kind of DERIVED) {
      const value: EditValue = { kind, value: { __typename: 'NumberValue', number: 3 } };
      expect(toInput('k', value)).toEqual({ key: 'k' });
      expect(isSame(value, emptyValue(kind))).toBe(true);
    }
  });

  it('sends no moment of which a half is missing', () => {
    expect(toMoment({ day: '2026-12-31', time: '' })).toBeNull();
    expect(toMoment({ day: null, time: '14:05' })).toBeNull();
    expect(isEmpty({ kind: 'DATE_TIME', day: null, time: '14:05' })).toBe(false);
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
    DATE_TIME: { __typename: 'DateTimeValue', at: MOMENT },
    DYNAMIC_CHOICE: { __typename: 'WordsValue', words: ['HR'] },
    USER: { __typename: 'UserValue', users: [{ id: 'usr_1', displayName: 'Anneke' }] },
    GROUP: { __typename: 'GroupValue', groups: [{ id: 'grp_1', name: 'Team' }] },
    FILE: {
      __typename: 'FileValue',
      files: [{ ...FILE, mediaType: 'application/pdf', uploadedAt: MOMENT }],
    },
    COUNTRY: { __typename: 'CountryValue', countries: [{ code: 'NL' }] },
    COLOUR: { __typename: 'ColourValue', hex: '#1971c2' },
    CHECKLIST: {
      __typename: 'ChecklistValue',
      ticked: 1,
      total: 2,
      items: [
        { key: 'a', label: 'A', isTicked: true },
        { key: 'b', label: 'B', isTicked: false },
      ],
    },
    WEB_LINK: { __typename: 'WebLinkValue', links: [LINK] },
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
    { key: 'DATE_TIME', dateTime: MOMENT },
    { key: 'YES_NO_NA', yesNoNa: 'YES' },
    { key: 'CHOICE', choices: ['o'] },
    { key: 'DYNAMIC_CHOICE', words: ['HR'] },
    { key: 'USER', users: ['usr_1'] },
    { key: 'GROUP', groups: ['grp_1'] },
    { key: 'FILE', files: ['fil_1'] },
    { key: 'REFERENCE', references: ['rec_9'] },
    { key: 'COUNTRY', countries: ['NL'] },
    { key: 'COLOUR', colour: '#1971c2' },
    { key: 'CHECKLIST', ticked: ['a'] },
    { key: 'WEB_LINK', links: [LINK] },
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
