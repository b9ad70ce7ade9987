import { describe, expect, it } from 'vitest';

import { textOf } from '@/localized/local-text';

import { aDraft, aDraftField } from '../testing/sample-draft';
import { firstTest, newTest, operatorOf, operatorsOf, subjectsFor } from './conditions';
import { insertInto, operandsFor } from './formula';
import { draftAddress, forgetDraft, keepDraft, keptDraft } from './kept-draft';
import { addOption, moveOption, pasteOptions } from './options';
import { addStatus, moveStatus, removeStatus, toggleStep, unreachable } from './statuses';

describe('a condition that is made', () => {
  const draft = aDraft([
    aDraftField('TEXT', 'Naam'),
    aDraftField('YES_NO_NA', 'Persoonlijk'),
    aDraftField('TEXT', 'Los'),
    aDraftField('TEXT', 'Van wie', { id: 'whose' }),
    aDraftField('TEXT', '', { id: 'blank', key: '' }),
  ]);

  it('looks at the question before, else at the status', () => {
    expect(firstTest(draft, 'whose')).toEqual(newTest('persoonlijk', 'anyOf'));
    expect(firstTest(aDraft([aDraftField('TEXT', 'Naam')]), 'naam').fieldKey).toBe('$status');
  });

  it('can look at all other fields that have a name', () => {
    expect(subjectsFor(draft, 'whose').map((field) => field.key)).toEqual([
      'naam',
      'persoonlijk',
      'los',
    ]);
  });

  it('asks what fits the field', () => {
    expect(operatorsOf(null)).toEqual(['anyOf']);
    expect(operatorsOf({ kind: 'NUMBER' })[0]).toBe('range');
    expect(operatorsOf({ kind: 'FILE' })).toEqual(['filled', 'empty']);
    for (const operator of ['anyOf', 'filled', 'empty', 'range'] as const) {
      expect(operatorOf(newTest('x', operator))).toBe(operator);
    }
  });
});

describe('a formula', () => {
  it('takes what is inserted where the cursor stands', () => {
    expect(insertInto('', { start: 0, end: 0 }, 'prijs')).toEqual({ text: 'prijs', caret: 5 });
    expect(insertInto('prijs *', { start: 7, end: 7 }, 'aantal').text).toBe('prijs *aantal');
    expect(insertInto('prijs', { start: 5, end: 5 }, 'aantal').text).toBe('prijs aantal');
    expect(insertInto('a + b', { start: 0, end: 1 }, 'c').text).toBe('c + b');
  });

  it('goes on between the brackets of a function', () => {
    expect(insertInto('1 + ', { start: 4, end: 4 }, 'round(|; 2)')).toEqual({
      text: '1 + round(; 2)',
      caret: 10,
    });
  });

  it('can name other fields it can reckon with', () => {
    const fields = [
      aDraftField('NUMBER', 'Prijs'),
      aDraftField('FILE', 'Bijlage'),
      aDraftField('COMPUTED', 'Som'),
    ];
    expect(operandsFor(fields, 'som').map((field) => field.key)).toEqual(['prijs']);
  });
});

describe('choices', () => {
  const option = (id: string, label: string) => ({
    id,
    key: label.toLowerCase(),
    label: textOf(label, 'nl'),
    colour: null,
  });
  const options = [option('1', 'Laag'), option('2', 'Hoog')];

  it('are added below the one in hand and moved to the ends at most', () => {
    expect(addOption(options, '1').options.map(({ label }) => label.nl)).toEqual([
      'Laag',
      '',
      'Hoog',
    ]);
    expect(moveOption(options, '2', -1).map(({ id }) => id)).toEqual(['2', '1']);
    expect(moveOption(options, '2', 1)).toEqual(options);
  });

  it('are made of lines that are pasted', () => {
    const { options: longer, added } = addOption(options, null);
    const pasted = pasteOptions(longer, {
      id: added.id,
      text: '- Midden\r\n\n• Zeer hoog',
      language: 'nl',
    });
    expect(pasted.map(({ label }) => label.nl)).toEqual(['Laag', 'Hoog', 'Midden', 'Zeer hoog']);
    const after = pasteOptions(options, { id: '1', text: 'A\nB', language: 'nl' });
    expect(after.map(({ label }) => label.nl)).toEqual(['Laag', 'A', 'B', 'Hoog']);
  });
});

describe('statuses', () => {
  const draft = aDraft([aDraftField('TEXT', 'Naam')]);
  const [open, closed] = draft.statuses;
  if (!open || !closed) throw new Error('two statuses expected');

  it('come in before the last, with a way in and a way out', () => {
    const longer = addStatus(draft);
    const [first, added, last] = longer.statuses;
    expect(last?.id).toBe(closed.id);
    expect(first?.next).toEqual([closed.id, added?.id]);
    expect(added?.next).toEqual([closed.id]);
    expect(longer.hasUsualStatuses).toBe(false);
  });

  it('are moved, allowed and forbidden, and taken out of the steps of others', () => {
    expect(moveStatus(draft, closed.id, -1).statuses[0]?.id).toBe(closed.id);
    expect(toggleStep(draft, open.id, closed.id).statuses[0]?.next).toEqual([]);
    expect(removeStatus(draft, closed.id).statuses).toMatchObject([{ id: open.id, next: [] }]);
  });

  it('are told when no record can come there', () => {
    expect(unreachable(draft)).toEqual([]);
    expect(unreachable(toggleStep(draft, open.id, closed.id)).map(({ id }) => id)).toEqual([
      closed.id,
    ]);
  });
});

describe('a draft that was left', () => {
  const address = draftAddress('usr_1', null);
  const kept = {
    draft: aDraft([aDraftField('TEXT', 'Naam')]),
    revision: 0,
    keptAt: '2026-11-23T12:00:00Z',
  };

  it('is found again, by the same person and for the same register', () => {
    keepDraft(address, kept);
    expect(keptDraft(address)).toMatchObject(kept);
    expect(keptDraft(draftAddress('usr_2', null))).toBeNull();
    expect(keptDraft(draftAddress('usr_1', 'assets'))).toBeNull();
    forgetDraft(address);
    expect(keptDraft(address)).toBeNull();
  });

  it('is not offered when it cannot be read any more', () => {
    for (const stored of ['', '{', '{"draft":{}}', '{"shape":1,"draft":{"fields":[]}}', 'null']) {
      localStorage.setItem(address, stored);
      expect(keptDraft(address), stored).toBeNull();
    }
  });
});
