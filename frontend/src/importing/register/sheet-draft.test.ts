import { expect, it } from 'vitest';

import { draftFromSheet, mappingOfMade } from './sheet-draft';

const column = (
  index: number,
  header: string,
  guessedKind: 'TEXT' | 'DATE' | 'CHOICE',
  filledCount = 3,
) => ({
  index,
  header,
  guessedKind,
  isMultiline: false,
  options: guessedKind === 'CHOICE' ? ['Klant', 'Pers'] : [],
  filledCount,
  samples: ['Klant', 'Klant', 'Pers'],
});

const sheet = {
  name: 'Bezoekers',
  rowCount: 3,
  columns: [
    column(0, 'Datum', 'DATE'),
    column(1, 'Naam', 'TEXT'),
    column(2, '', 'TEXT'),
    column(3, 'Leeg', 'TEXT', 0),
    column(4, 'Soort', 'CHOICE'),
  ],
};

it('makes a field of every named column that has something in it', () => {
  const { draft } = draftFromSheet(sheet);
  expect(draft.name).toBe('Bezoekers');
  expect(draft.numberPrefix).toBe('BEZ');
  expect(draft.fields.map(({ label, kind, isRequired }) => [label, kind, isRequired])).toEqual([
    ['Datum', 'DATE', false],
    ['Naam', 'TEXT', true],
    ['Soort', 'CHOICE', false],
  ]);
  expect(draft.fields[2]?.options).toEqual(['Klant', 'Pers']);
});

it('takes the first column for text when no column is', () => {
  const { draft } = draftFromSheet({
    name: 'X',
    rowCount: 3,
    columns: [column(0, 'Datum', 'DATE')],
  });
  expect(draft.fields[0]).toMatchObject({ kind: 'TEXT', isRequired: true });
});

it('finds each column back after fields were removed, moved and added', () => {
  const { draft, columnOf } = draftFromSheet(sheet);
  const [date, name, kind] = draft.fields;
  if (!date || !name || !kind) throw new Error('three fields expected');
  const changed = { ...draft, fields: [kind, { ...date, id: 99 }, name] };
  const made = [{ key: 'soort' }, { key: 'extra' }, { key: 'naam' }];
  expect(mappingOfMade(changed, columnOf, made)).toEqual({ 4: 'soort', 1: 'naam' });
});

it('names records after a line that is always filled, and keeps long texts long', () => {
  const { draft } = draftFromSheet({
    name: 'X',
    rowCount: 3,
    columns: [
      { ...column(0, 'Toelichting', 'TEXT'), isMultiline: true },
      column(1, 'Bijnaam', 'TEXT', 2),
      column(2, 'Naam', 'TEXT'),
    ],
  });
  expect(draft.fields.map(({ isRequired, isMultiline }) => [isRequired, isMultiline])).toEqual([
    [false, true],
    [false, false],
    [true, false],
  ]);
});
