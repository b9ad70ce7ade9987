import { describe, expect, it } from 'vitest';

import { type RegisterDraft, checkDraft, isSound, newField, toFormInput } from './draft';

const draft: RegisterDraft = {
  name: ' Bezoekers ',
  singularName: 'Bezoeker',
  numberPrefix: 'BEZ',
  help: '',
  fields: [
    newField([], { label: 'Naam', isRequired: true }),
    newField([newField([])], { label: 'Soort', kind: 'CHOICE', options: ['Klant', 'Leverancier'] }),
  ],
};

const usual = {
  isRequired: false,
  isInList: true,
  isMultiple: false,
  isMultiline: false,
  isHidden: false,
  isUnique: false,
};

describe('a draft of a register', () => {
  it('is sound with a name, a prefix and a text field', () => {
    expect(isSound(checkDraft(draft))).toBe(true);
  });

  it('needs a field of text, which names its records', () => {
    const fields = [newField([], { label: 'Datum', kind: 'DATE' })];
    expect(checkDraft({ ...draft, fields }).fields).toBe('noText');
    const long = [newField([], { label: 'Toelichting', isMultiline: true })];
    expect(checkDraft({ ...draft, fields: long }).fields).toBe('noText');
  });

  it('tells which field is not ready', () => {
    const fields = [
      newField([], { label: '' }),
      newField([newField([])], { label: 'Soort', kind: 'CHOICE' }),
      { ...newField([], { label: 'soort ' }), id: 3 },
      { ...newField([], { label: 'Middel', kind: 'REFERENCE' }), id: 4 },
    ];
    expect([...checkDraft({ ...draft, fields }).byField]).toEqual([
      [1, 'label'],
      [2, 'options'],
      [3, 'duplicate'],
      [4, 'register'],
    ]);
  });

  it('takes two to five capitals for the prefix', () => {
    for (const numberPrefix of ['B', 'bez', 'BEZOEK', 'B1']) {
      expect(checkDraft({ ...draft, numberPrefix }).numberPrefix).toBe('INVALID_PREFIX');
    }
  });

  it('is sent without what does not belong to a kind', () => {
    expect(toFormInput(draft)).toEqual({
      name: { nl: 'Bezoekers', en: '' },
      singularName: { nl: 'Bezoeker', en: '' },
      numberPrefix: 'BEZ',
      fields: [
        { ...usual, label: { nl: 'Naam', en: '' }, kind: 'TEXT', isRequired: true },
        {
          ...usual,
          label: { nl: 'Soort', en: '' },
          kind: 'CHOICE',
          options: [{ label: { nl: 'Klant', en: '' } }, { label: { nl: 'Leverancier', en: '' } }],
        },
      ],
    });
  });
});
