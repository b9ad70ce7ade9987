import { describe, expect, it } from 'vitest';

import { textOf } from '@/localized/local-text';

import { aDraft, aDraftField } from '../testing/sample-draft';
import type { DraftDefault, DraftField } from './form-draft';
import { changeStatus } from './statuses';
import { placeOf, toFormInput } from './to-input';

const sent = (field: DraftField) =>
  toFormInput(aDraft([aDraftField('TEXT', 'Naam'), field]), 'nl').input.fields[1];

describe('a draft for the server', () => {
  it('has its texts in both languages and its title compulsory', () => {
    const { input, fieldIds } = toFormInput(aDraft([aDraftField('TEXT', 'Naam')]), 'nl');
    expect(input).toMatchObject({
      name: { nl: 'Bezoekers', en: '' },
      numberPrefix: 'BEZ',
      titleField: 'naam',
    });
    expect(input.fields[0]).toMatchObject({ key: 'naam', kind: 'TEXT', isRequired: true });
    expect(fieldIds).toEqual(['naam']);
  });

  it('leaves the usual statuses to the server until somebody touches them', () => {
    const draft = aDraft([aDraftField('TEXT', 'Naam')]);
    expect(toFormInput(draft, 'nl').input.statuses).toBeUndefined();
    const [open] = draft.statuses;
    if (!open) throw new Error('a status expected');
    const touched = changeStatus(draft, open.id, { colour: 'red' });
    expect(toFormInput(touched, 'nl').input.statuses).toMatchObject([
      { key: 'open', colour: 'red', next: ['closed'] },
      { key: 'closed', next: ['open'] },
    ]);
  });

  it('says of a kind what belongs to it and nothing else', () => {
    const number = sent(aDraftField('NUMBER', 'Prijs', { unit: textOf('€', 'nl'), minimum: 0 }));
    expect(number).toMatchObject({ decimals: 2, minimum: 0, maximum: null, unit: { nl: '€' } });
    expect(number).not.toHaveProperty('options');
    expect(sent(aDraftField('DATE', 'Dag'))).not.toHaveProperty('decimals');
    expect(sent(aDraftField('COMPUTED', 'Som', { expression: 'a + b' }))).toMatchObject({
      expression: 'a + b',
      isRequired: false,
    });
    expect(sent(aDraftField('AUTO_NUMBER', 'Nr', { prefix: ' FG-', digits: 5 }))).toMatchObject({
      prefix: 'FG-',
      digits: 5,
    });
  });

  it('leaves out choices without a name, and colours of a checklist', () => {
    const options = [
      { id: '1', key: 'hoog', label: textOf('Hoog', 'nl'), colour: 'red' },
      { id: '2', key: '', label: textOf(' ', 'nl'), colour: null },
    ];
    expect(sent(aDraftField('CHOICE', 'Niveau', { options }))?.options).toEqual([
      { key: 'hoog', label: { nl: 'Hoog', en: '' }, colour: 'red' },
    ]);
    expect(sent(aDraftField('CHECKLIST', 'Stappen', { options }))?.options).toEqual([
      { key: 'hoog', label: { nl: 'Hoog', en: '' } },
    ]);
  });

  it('asks columns of one register only', () => {
    const field = aDraftField('REFERENCE', 'Middel', { columns: ['owner'] });
    expect(sent(field)).toMatchObject({ referencedFormKey: null, columns: [] });
    expect(sent({ ...field, referencedFormKey: 'assets' })).toMatchObject({
      referencedFormKey: 'assets',
      columns: ['owner'],
    });
  });

  it('has a term in its own unit, with what makes it longer', () => {
    const deadline = {
      fromKey: 'ontdekt',
      term: { amount: 72, unit: 'hours' },
      stoppedByKey: 'gemeld',
      extension: { whenKey: 'verlengd', term: { amount: 2, unit: 'months' } },
    } as const;
    expect(sent(aDraftField('DEADLINE', 'Melden', { deadline }))?.deadline).toEqual({
      fromKey: 'ontdekt',
      term: { hours: 72 },
      stoppedByKey: 'gemeld',
      extension: { whenKey: 'verlengd', term: { months: 2 } },
    });
  });

  it('begins with what its kind can begin with', () => {
    expect(sent(aDraftField('DATE', 'Dag', { default: { kind: 'TODAY' } }))?.default).toEqual({
      kind: 'TODAY',
    });
    expect(sent(aDraftField('TEXT', 'Wie', { default: { kind: 'ME' } }))?.default).toBeNull();
    const choice: DraftDefault = { kind: 'VALUE', value: { kind: 'CHOICE', keys: ['hoog'] } };
    expect(sent(aDraftField('CHOICE', 'Niveau', { default: choice }))?.default).toEqual({
      kind: 'VALUE',
      value: { key: 'niveau', choices: ['hoog'] },
    });
    expect(sent(aDraftField('TEXT', 'Naam 2', { default: choice }))?.default).toBeNull();
    const empty = { kind: 'VALUE', value: { kind: 'TEXT', text: ' ' } } as const;
    expect(sent(aDraftField('TEXT', 'Naam 3', { default: empty }))?.default).toBeNull();
  });
});

describe('an error of the server', () => {
  const order = { fieldIds: ['a', 'b'] };

  it('belongs to the field it names, as deep as it is shown', () => {
    expect(placeOf('fields.1.label', order)).toBe('field/b/label');
    expect(placeOf('fields.1.label.nl', order)).toBe('field/b/label');
    expect(placeOf('fields.0.options.2.label', order)).toBe('field/a/options/2');
    expect(placeOf('fields.0.deadline.fromKey', order)).toBe('field/a/deadline');
    expect(placeOf('fields.0', order)).toBe('field/a/label');
  });

  it('belongs to statuses, headings and the form itself as well', () => {
    expect(placeOf('statuses.0.label', order)).toBe('status/0/label');
    expect(placeOf('groups.2.label', order)).toBe('group/2/label');
    expect(placeOf('name.nl', order)).toBe('name');
    expect(placeOf('fields', order)).toBe('fields');
    expect(placeOf('fields.9.label', order)).toBe('fields');
  });
});
