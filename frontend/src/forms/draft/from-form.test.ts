import { expect, it } from 'vitest';

import { aDraftField } from '../testing/sample-draft';
import type { DesignForm } from '../form-documents';
import { toDraft } from './from-form';
import { previewValues, toPreview } from './preview-form';
import { toFormInput } from './to-input';

type Field = DesignForm['fields'][number];

const field = (changes: Partial<Field>): Field => ({
  key: 'title',
  kind: 'TEXT',
  groupKey: null,
  label: 'Titel',
  help: '',
  isStandard: false,
  isBase: false,
  isHidden: false,
  isRequired: false,
  isInList: true,
  isMultiple: false,
  isMultiline: false,
  isUnique: false,
  visibleWhen: null,
  requiredWhen: null,
  default: null,
  maxLength: null,
  decimals: null,
  minimum: null,
  maximum: null,
  unit: null,
  options: [],
  referencedFormKey: null,
  columns: [],
  sourceFormKey: null,
  sourceFieldKey: null,
  expression: null,
  deadline: null,
  prefix: null,
  digits: null,
  ...changes,
});

const form = (words: { name: string; title: string; level: string }): DesignForm => ({
  id: 'frm_1',
  key: 'incidents',
  origin: 'PACK',
  name: words.name,
  singularName: 'Incident',
  help: '',
  icon: 'urgent',
  numberPrefix: 'INC',
  titleFieldKey: 'title',
  revision: 3,
  category: 'IMPROVEMENT',
  allowsMeasures: true,
  requirements: [{ standard: 'ISO 27001', code: 'A.5.24' }],
  viewerCanDesign: true,
  groups: [{ key: 'what', label: 'Wat', help: '' }],
  statuses: [
    { key: 'open', label: 'Open', kind: 'OPEN', colour: 'blue', nextKeys: ['closed'] },
    { key: 'closed', label: 'Klaar', kind: 'DONE', colour: 'green', nextKeys: [] },
  ],
  fields: [
    field({ label: words.title, isBase: true, isRequired: true }),
    field({
      key: 'level',
      kind: 'CHOICE',
      groupKey: 'what',
      label: 'Niveau',
      options: [{ key: 'high', label: words.level, colour: 'red' }],
      default: {
        kind: 'VALUE',
        value: {
          __typename: 'ChoiceValue',
          options: [{ key: 'high', label: words.level, colour: 'red' }],
        },
      },
    }),
    field({
      key: 'due',
      kind: 'DEADLINE',
      label: 'Termijn',
      groupKey: 'what',
      deadline: {
        fromKey: 'found',
        term: { hours: null, days: null, months: 1 },
        extension: { whenKey: 'long', term: { hours: null, days: 14, months: null } },
        stoppedByKey: null,
      },
    }),
    field({ key: '$files', kind: 'FILE', label: 'Bestanden', isStandard: true }),
  ],
});
const nl = form({ name: 'Incidenten', title: 'Titel', level: 'Hoog' });
const en = form({ name: 'Incidents', title: 'Title', level: 'High' });

it('comes back as it was published', () => {
  const draft = toDraft({ nl, en }, 'nl');
  const { input } = toFormInput(draft, 'nl');
  expect(input.name).toEqual({ nl: 'Incidenten', en: 'Incidents' });
  expect(input.fields.map(({ key }) => key)).toEqual(['title', 'level', 'due']);
  expect(input.fields[0]?.label).toEqual({ nl: 'Titel', en: 'Title' });
  expect(input.fields[1]).toMatchObject({
    options: [{ key: 'high', label: { nl: 'Hoog', en: 'High' }, colour: 'red' }],
    default: { kind: 'VALUE', value: { choices: ['high'] } },
  });
  expect(input.fields[2]?.deadline).toMatchObject({
    term: { months: 1 },
    extension: { whenKey: 'long', term: { days: 14 } },
  });
  expect(input.statuses).toMatchObject([{ key: 'open', next: ['closed'] }, { key: 'closed' }]);
  expect(input.titleField).toBe('title');
});

it('keeps the standard fields out, and knows what came with a pack', () => {
  const draft = toDraft({ nl, en }, 'nl');
  expect(draft.fields.map(({ key, isBase }) => [key, isBase])).toEqual([
    ['title', true],
    ['level', false],
    ['due', false],
  ]);
});

it('can be tried out in the real form', () => {
  const draft = toDraft({ nl, en }, 'nl');
  const preview = toPreview(draft, { language: 'en', scale: null, nameless: '?' });
  expect(preview.titleFieldKey).toBe('title');
  expect(preview.fields.map(({ label }) => label)).toEqual(['Title', 'Niveau', 'Termijn']);
  const occasion = { me: { id: 'usr_1', label: 'Anneke' }, now: new Date(2026, 10, 23) };
  expect(previewValues(draft, 'en', occasion).level).toEqual({ kind: 'CHOICE', keys: ['high'] });
  const blank = { ...draft, fields: [aDraftField('DATE', 'Dag', { default: { kind: 'TODAY' } })] };
  expect(previewValues(blank, 'nl', occasion).dag).toEqual({ kind: 'DATE', date: '2026-11-23' });
});
