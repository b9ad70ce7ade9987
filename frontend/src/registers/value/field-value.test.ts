import { describe, expect, it } from 'vitest';

import { type ListedValue, type ValueWords, filledValues, formatValue } from './field-value';

const deadlines = {
  RUNNING: 'Loopt',
  SOON: 'Bijna',
  OVERDUE: 'Te laat',
  MET: 'Op tijd',
  MISSED: 'Gemist',
};
const nl: ValueWords = {
  language: 'nl',
  answers: { YES: 'Ja', NO: 'Nee', NOT_APPLICABLE: 'N.v.t.' },
  deadlines,
};
const en: ValueWords = {
  language: 'en',
  answers: { YES: 'Yes', NO: 'No', NOT_APPLICABLE: 'N/A' },
  deadlines,
};
const money = { unit: '€', decimals: 2 };
const hours = { unit: 'uur', decimals: 1 };
const plain = { unit: null, decimals: null };

describe('a value as text', () => {
  it('follows the number habits of the language', () => {
    const value: ListedValue = { __typename: 'NumberValue', number: 12345.5 };
    expect(formatValue(value, money, nl)).toBe('€\u00a012.345,50');
    expect(formatValue(value, money, en)).toBe('€\u00a012,345.50');
    expect(formatValue({ ...value, number: 7.5 }, hours, nl)).toBe('7,5\u00a0uur');
    expect(formatValue({ ...value, number: 0.125 }, plain, nl)).toBe('0,125');
  });

  it('writes days in the language, never shifted by a time zone', () => {
    const value: ListedValue = { __typename: 'DateValue', date: '2026-05-01' };
    expect(formatValue(value, plain, nl)).toBe('1 mei 2026');
    expect(formatValue(value, plain, en)).toBe('1 May 2026');
  });

  it('answers yes, no and not applicable in words', () => {
    const value: ListedValue = { __typename: 'YesNoNaValue', answer: 'NOT_APPLICABLE' };
    expect(formatValue(value, plain, nl)).toBe('N.v.t.');
    expect(formatValue(value, plain, en)).toBe('N/A');
  });

  it('joins choices and references', () => {
    const options = [
      { key: 'a', label: 'Privacy', colour: null },
      { key: 'b', label: 'Kwaliteit', colour: null },
    ];
    expect(formatValue({ __typename: 'ChoiceValue', options }, plain, nl)).toBe(
      'Privacy, Kwaliteit',
    );
    const record = {
      id: 'rec_1',
      code: 'MID-0001',
      number: 1,
      title: 'Laptops',
      form: { key: 'assets' },
    };
    expect(formatValue({ __typename: 'ReferenceValue', records: [record] }, plain, nl)).toBe(
      'MID-0001 Laptops',
    );
  });

  it('tells people, groups, words, files and links by name', () => {
    const users = [
      { id: 'usr_1', displayName: 'Anneke' },
      { id: 'usr_2', displayName: 'Bram' },
    ];
    const cases: [ListedValue, string][] = [
      [{ __typename: 'UserValue', users }, 'Anneke, Bram'],
      [{ __typename: 'GroupValue', groups: [{ id: 'grp_1', name: 'Privacyteam' }] }, 'Privacyteam'],
      [{ __typename: 'WordsValue', words: ['HR', 'ICT'] }, 'HR, ICT'],
      [{ __typename: 'FileValue', files: [{ id: 'fil_1', fileName: 'a.pdf' }] }, 'a.pdf'],
      [
        {
          __typename: 'WebLinkValue',
          links: [
            { url: 'https://a.nl', title: 'Gids' },
            { url: 'https://b.nl', title: '' },
          ],
        },
        'Gids, https://b.nl',
      ],
      [{ __typename: 'ChecklistValue', ticked: 3, total: 5 }, '3/5'],
      [{ __typename: 'ColourValue', hex: '#1971c2' }, '#1971c2'],
    ];
    for (const [value, text] of cases) expect(formatValue(value, plain, nl)).toBe(text);
  });

  it('names countries in the language, and a code that is none by itself', () => {
    const value: ListedValue = {
      __typename: 'CountryValue',
      countries: [{ code: 'BE' }, { code: '??' }],
    };
    expect(formatValue(value, plain, nl)).toBe('België, ??');
    expect(formatValue(value, plain, en)).toBe('Belgium, ??');
  });

  it('shows how a risk score came about', () => {
    const value: ListedValue = {
      __typename: 'LikelihoodImpactValue',
      likelihood: 3,
      impact: 4,
      score: 12,
      level: { key: 'high', label: 'Hoog', colour: 'orange' },
    };
    expect(formatValue(value, plain, nl)).toBe('3 × 4 = 12 (Hoog)');
  });

  it('takes rich text without its markup', () => {
    expect(formatValue({ __typename: 'RichTextValue', plainText: 'Aanpak' }, plain, nl)).toBe(
      'Aanpak',
    );
  });
});

it('leaves empty values out of the map', () => {
  const values = filledValues([
    { key: 'a', value: null },
    { key: 'b', value: 1 },
  ]);
  expect([...values]).toEqual([['b', 1]]);
});
