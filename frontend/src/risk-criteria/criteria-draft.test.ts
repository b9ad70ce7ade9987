import { describe, expect, it } from 'vitest';

import type { RiskCriteria } from './criteria-documents';
import {
  type CriteriaDraft,
  addLevel,
  addStep,
  cellsOf,
  draftOf,
  isSame,
  removeLevel,
  removeStep,
  setCell,
  toInput,
} from './criteria-draft';

const step = (label: string) => ({ label, help: '' });
const level = (key: string, minimumScore: number) => ({
  key,
  label: key,
  minimumScore,
  colour: 'gray',
});
const criteria: RiskCriteria = {
  version: 3,
  viewerCanEdit: true,
  acceptableLevel: { key: 'low' },
  scale: {
    likelihood: [step('Zelden'), step('Vaak')],
    impact: [step('Klein'), step('Midden'), step('Groot')],
    levels: [level('low', 1), level('high', 4)],
    cells: [
      [{ key: 'low' }, { key: 'low' }, { key: 'low' }],
      [{ key: 'low' }, { key: 'high' }, { key: 'high' }],
    ],
  },
};
const start = (): CriteriaDraft => draftOf({ nl: criteria, en: criteria }, 'nl');

describe('the risk criteria', () => {
  it('go by score until a cell is set by hand', () => {
    const draft = start();
    expect(draft.cells).toBeNull();
    const changed = setCell(draft, { likelihood: 0, impact: 2 }, 'high');
    expect(cellsOf(changed)).toEqual([
      ['low', 'low', 'high'],
      ['low', 'high', 'high'],
    ]);
    expect(isSame(draft, changed)).toBe(false);
    expect(isSame(draft, { ...changed, cells: null })).toBe(true);
  });

  it('keep what was set by hand when steps come and go', () => {
    const changed = setCell(start(), { likelihood: 0, impact: 2 }, 'high');
    expect(cellsOf(addStep(changed, 'likelihood'))[2]).toEqual(['low', 'high', 'high']);
    expect(cellsOf(removeStep(changed, 'impact', 0))).toEqual([
      ['low', 'high'],
      ['high', 'high'],
    ]);
    expect(cellsOf(removeStep(changed, 'likelihood', 1))).toEqual([['low', 'low', 'high']]);
  });

  it('let go of a level that is gone', () => {
    const changed = removeLevel(setCell(start(), { likelihood: 0, impact: 0 }, 'high'), 'high');
    expect(new Set(cellsOf(changed).flat())).toEqual(new Set(['low']));
    expect(removeLevel(start(), 'low').acceptableKey).toBeNull();
  });

  it('name a new level so that it can be put in cells', () => {
    const draft = addLevel(start());
    expect(draft.levels.map((one) => one.key)).toEqual(['low', 'high', 'level_3']);
    expect(draft.levels[2]?.minimumScore).toBe(5);
  });

  it('are sent with levels rising and every cell by name', () => {
    const draft = start();
    const input = toInput({ ...draft, levels: draft.levels.toReversed() }, 3);
    expect(input.levels.map((one) => one.key)).toEqual(['low', 'high']);
    expect(input.cells).toHaveLength(2);
    expect(input).toMatchObject({ version: 3, acceptableLevelKey: 'low' });
    expect(input.likelihood[0]).toEqual({
      label: { nl: 'Zelden', en: '' },
      help: { nl: '', en: '' },
    });
  });
});
