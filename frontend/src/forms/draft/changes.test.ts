import { describe, expect, it } from 'vitest';

import { textOf } from '@/localized/local-text';

import { aDraft, aDraftField } from '../testing/sample-draft';
import { duplicateField, neighbourOf, removeField, rename, settleKeys } from './changes';
import { titleFieldOf } from './form-draft';
import { changeKind, newField, newGroup } from './new-parts';

describe('a name', () => {
  it('brings its prefix and singular along until one writes them oneself', () => {
    const blank = aDraft([], {
      name: textOf('', 'nl'),
      singularName: textOf('', 'nl'),
      numberPrefix: '',
    });
    const named = rename(blank, textOf('Sleutels', 'nl'), 'nl');
    expect([named.numberPrefix, named.singularName.nl]).toEqual(['SLE', 'Sleutel']);
    const own = { ...named, numberPrefix: 'KEY', singularName: textOf('Loper', 'nl') };
    const again = rename(own, textOf('Sloten', 'nl'), 'nl');
    expect([again.numberPrefix, again.singularName.nl]).toEqual(['KEY', 'Loper']);
  });
});

describe('keys', () => {
  it('are made of names once, and stay when the name changes', () => {
    const fresh = { ...newField('TEXT', []), label: textOf('Datum', 'nl') };
    const settled = settleKeys(aDraft([aDraftField('DATE', 'Datum'), fresh]), 'nl');
    expect(settled.fields.map((field) => field.key)).toEqual(['datum', 'datum_2']);
    const [first] = settled.fields;
    if (!first) throw new Error('a field expected');
    const renamed = { ...settled, fields: [{ ...first, label: textOf('Dag', 'nl') }] };
    expect(settleKeys(renamed, 'nl').fields[0]?.key).toBe('datum');
  });

  it('are made for choices and statuses too, and not for what has no name', () => {
    const field = newField('CHOICE', []);
    const options = field.options.map((option) => ({ ...option, label: textOf('Hoog!', 'nl') }));
    const draft = aDraft([
      { ...field, label: textOf('Niveau', 'nl'), options },
      newField('TEXT', []),
    ]);
    const settled = settleKeys(draft, 'nl');
    expect(settled.fields[0]?.options[0]?.key).toBe('hoog');
    expect(settled.fields[1]?.key).toBe('');
    expect(settleKeys(settled, 'nl')).toBe(settled);
  });
});

describe('a field that is removed', () => {
  const when = {
    isAny: false,
    tests: [
      { fieldKey: 'soort', anyOf: ['a'], isFilled: null, from: null, to: null },
      { fieldKey: 'naam', anyOf: null, isFilled: true, from: null, to: null },
    ],
  };
  const draft = aDraft([
    aDraftField('TEXT', 'Naam', { visibleWhen: { ...when, tests: when.tests.slice(0, 1) } }),
    aDraftField('CHOICE', 'Soort'),
    aDraftField('DATE', 'Termijn', {
      requiredWhen: when,
      deadline: {
        fromKey: 'soort',
        stoppedByKey: 'naam',
        term: { amount: 3, unit: 'days' },
        extension: { whenKey: 'soort', term: { amount: 1, unit: 'days' } },
      },
    }),
  ]);

  it('is out of the conditions and terms of the others', () => {
    const { fields } = removeField(draft, 'soort');
    expect(fields.map((field) => field.id)).toEqual(['naam', 'termijn']);
    expect(fields[0]?.visibleWhen).toBeNull();
    expect(fields[1]?.requiredWhen?.tests.map((test) => test.fieldKey)).toEqual(['naam']);
    expect(fields[1]?.deadline).toMatchObject({
      fromKey: null,
      stoppedByKey: 'naam',
      extension: null,
    });
  });

  it('leaves another to name the records, and a neighbour to be chosen', () => {
    const titled = { ...draft, titleId: 'naam' };
    expect(removeField(titled, 'naam').titleId).toBeNull();
    expect(neighbourOf(draft, 'soort')?.id).toBe('naam');
    expect(neighbourOf(draft, 'naam')?.id).toBe('soort');
  });
});

it('is duplicated below itself, with a key of its own to come', () => {
  const draft = aDraft([aDraftField('TEXT', 'Naam', { isBase: true }), aDraftField('DATE', 'Dag')]);
  const made = duplicateField(draft, 'naam');
  expect(made?.draft.fields.map((field) => field.label.nl)).toEqual(['Naam', 'Naam', 'Dag']);
  expect(made?.copy).toMatchObject({ key: '', isBase: false });
  expect(made?.copy.id).not.toBe('naam');
});

it('keeps what fits when it becomes another kind', () => {
  const field = aDraftField('CHOICE', 'Soort', { isRequired: true, isMultiple: true });
  const list = changeKind(field, 'CHECKLIST');
  expect(list).toMatchObject({ kind: 'CHECKLIST', isRequired: true, isMultiple: false });
  expect(list.options).toBe(field.options);
  expect(changeKind(field, 'COMPUTED')).toMatchObject({ isRequired: false, options: [] });
  expect(changeKind(field, 'LONG_TEXT')).toMatchObject({ kind: 'TEXT', isMultiline: true });
});

it('lets the first line of text name the records, unless another is chosen', () => {
  const fields = [
    aDraftField('LONG_TEXT', 'Toelichting'),
    aDraftField('TEXT', 'Naam'),
    aDraftField('TEXT', 'Bijnaam'),
  ];
  expect(titleFieldOf(aDraft(fields))?.id).toBe('naam');
  expect(titleFieldOf(aDraft(fields, { titleId: 'bijnaam' }))?.id).toBe('bijnaam');
  expect(titleFieldOf(aDraft(fields, { titleId: 'toelichting' }))?.id).toBe('naam');
});

it('makes headings with keys of their own', () => {
  const first = newGroup([]);
  expect([first.key, newGroup([first]).key]).toEqual(['group', 'group_2']);
});
