import { describe, expect, it } from 'vitest';

import { textOf } from '@/localized/local-text';

import { aDraft, aDraftField } from '../testing/sample-draft';
import {
  entriesOf,
  groupEntryId,
  insertField,
  insertFieldAt,
  moveEntry,
  orderedFields,
  removeGroup,
  shiftField,
  shiftGroup,
} from './entries';
import type { FormDraft } from './form-draft';

const group = (key: string) => ({ key, label: textOf(key, 'nl'), help: textOf('', 'nl') });
const draft = (): FormDraft =>
  aDraft(
    [
      aDraftField('TEXT', 'A'),
      aDraftField('TEXT', 'B', { groupKey: 'one' }),
      aDraftField('TEXT', 'C', { groupKey: 'two' }),
      aDraftField('TEXT', 'D', { groupKey: 'two' }),
    ],
    { groups: [group('one'), group('two')] },
  );
/** `a [one] b [two] c d`. */
const shape = (form: FormDraft) =>
  entriesOf(form)
    .map((entry) => (entry.type === 'group' ? `[${entry.group.key}]` : entry.field.id))
    .join(' ');

describe('a form from top to bottom', () => {
  it('has loose fields first, then every heading with its fields', () => {
    expect(shape(draft())).toBe('a [one] b [two] c d');
    const lost = aDraft([aDraftField('TEXT', 'A', { groupKey: 'gone' })]);
    expect(shape(lost)).toBe('a');
  });

  it('puts a field where another stands, under the heading above that place', () => {
    expect(shape(moveEntry(draft(), 'd', 'a'))).toBe('d a [one] b [two] c');
    expect(shape(moveEntry(draft(), 'a', 'c'))).toBe('[one] b [two] c a d');
    const moved = moveEntry(draft(), 'a', 'c');
    expect(moved.fields.find((field) => field.id === 'a')?.groupKey).toBe('two');
    expect(shape(moveEntry(draft(), 'a', 'nowhere'))).toBe(shape(draft()));
  });

  it('comes under a heading when it is moved down onto it, and out of it when moved up', () => {
    expect(shape(moveEntry(draft(), 'a', groupEntryId('one')))).toBe('[one] a b [two] c d');
    expect(shape(moveEntry(draft(), 'b', groupEntryId('one')))).toBe('a b [one] [two] c d');
  });

  it('moves a field place by place, past headings, and stops at the ends', () => {
    expect(shape(shiftField(draft(), 'b', 1))).toBe('a [one] [two] b c d');
    expect(shape(shiftField(draft(), 'b', -1))).toBe('a b [one] [two] c d');
    expect(shape(shiftField(draft(), 'a', -1))).toBe(shape(draft()));
    expect(shape(shiftField(draft(), 'd', 1))).toBe(shape(draft()));
  });

  it('takes new fields after the chosen one, where they are dropped, or at the end', () => {
    const fresh = aDraftField('DATE', 'X');
    expect(shape(insertField(draft(), fresh, 'b'))).toBe('a [one] b x [two] c d');
    expect(shape(insertField(draft(), fresh, null))).toBe('a [one] b [two] c d x');
    expect(shape(insertFieldAt(draft(), fresh, 'c'))).toBe('a [one] b [two] x c d');
    expect(shape(insertFieldAt(draft(), fresh, groupEntryId('two')))).toBe('a [one] b [two] x c d');
  });

  it('moves a heading with its fields, and keeps the fields of one that is removed', () => {
    expect(shape(shiftGroup(draft(), 'two', -1))).toBe('a [two] c d [one] b');
    expect(shape(shiftGroup(draft(), 'one', -1))).toBe(shape(draft()));
    expect(shape(removeGroup(draft(), 'two'))).toBe('a [one] b c d');
    expect(shape(removeGroup(draft(), 'one'))).toBe('a b [two] c d');
  });

  it('is sent in that order', () => {
    const mixed = shiftGroup(draft(), 'two', -1);
    expect(orderedFields(mixed).map((field) => field.id)).toEqual(['a', 'c', 'd', 'b']);
  });
});
