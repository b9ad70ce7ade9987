import { describe, expect, it } from 'vitest';

import { NO_TEXT, textOf } from '@/localized/local-text';

import { aDraft, aDraftField } from '../testing/sample-draft';
import { checkDraft, fieldIdOf } from './check';
import type { DraftField } from './form-draft';

const problems = (...fields: DraftField[]) =>
  Object.fromEntries(checkDraft(aDraft([aDraftField('TEXT', 'Naam'), ...fields]), 'nl'));

describe('a draft', () => {
  it('is sound with a name, a prefix and a line of text', () => {
    expect(problems()).toEqual({});
  });

  it('needs its names, a prefix of capitals and a field that names its records', () => {
    const draft = aDraft([aDraftField('DATE', 'Dag')], {
      name: NO_TEXT,
      singularName: textOf(' ', 'nl'),
      numberPrefix: 'B1',
    });
    expect(Object.fromEntries(checkDraft(draft, 'nl'))).toEqual({
      name: 'REQUIRED',
      singularName: 'REQUIRED',
      numberPrefix: 'INVALID_PREFIX',
      fields: 'NO_TITLE_FIELD',
    });
  });

  it('tells which field is not ready, and in which part', () => {
    expect(problems(aDraftField('DATE', 'X', { label: NO_TEXT }))).toEqual({
      'field/x/label': 'REQUIRED',
    });
    expect(problems(aDraftField('TEXT', 'Naam', { id: 'two' }))).toEqual({
      'field/two/label': 'DUPLICATE_LABEL',
    });
    expect(problems(aDraftField('CHOICE', 'Soort'))).toEqual({
      'field/soort/options': 'NO_OPTIONS',
    });
    expect(problems(aDraftField('COMPUTED', 'Som'))).toEqual({
      'field/som/expression': 'REQUIRED',
    });
    expect(problems(aDraftField('DEADLINE', 'Melden'))).toEqual({
      'field/melden/deadline': 'INCOMPLETE_TERM',
    });
    expect(problems(aDraftField('DYNAMIC_CHOICE', 'Woord'))).toEqual({
      'field/woord/sourceFormKey': 'REQUIRED',
    });
  });

  it('wants conditions to ask something', () => {
    const test = { fieldKey: 'naam', anyOf: [], isFilled: null, from: null, to: null };
    const visibleWhen = { isAny: false, tests: [test] };
    expect(problems(aDraftField('DATE', 'Dag', { visibleWhen }))).toEqual({
      'field/dag/visibleWhen': 'INCOMPLETE_CONDITION',
    });
    const asking = { isAny: false, tests: [{ ...test, anyOf: null, isFilled: true }] };
    expect(problems(aDraftField('DATE', 'Dag', { visibleWhen: asking }))).toEqual({});
  });
});

it('knows the field of a place', () => {
  expect(fieldIdOf('field/x-1/options/2')).toBe('x-1');
  expect(fieldIdOf('name')).toBeNull();
});
