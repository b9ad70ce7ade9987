import type { TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';

import type { RegisterField } from '../register-form';
import type { ValueWords } from '../value/field-value';
import { type FieldCondition, decodeCondition, encodeCondition, matrixCellKey } from './condition';
import { choicesOf, describeCondition } from './condition-words';

const words = { answers: { YES: 'Ja', NO: 'Nee', NOT_APPLICABLE: 'N.v.t.' } } as ValueWords;
const field = {
  key: 'assessment',
  kind: 'LIKELIHOOD_IMPACT',
  options: [],
  scale: {
    likelihood: [
      { value: 1, label: 'Zelden' },
      { value: 2, label: 'Soms' },
    ],
    impact: [
      { value: 1, label: 'Klein' },
      { value: 2, label: 'Groot' },
    ],
  },
} as unknown as RegisterField;

describe('a condition on a cell of a matrix', () => {
  const condition: FieldCondition = {
    test: 'any',
    fieldKey: 'assessment',
    keys: [matrixCellKey(1, 2)],
  };

  it('names the cell and not its score, which other cells share', () => {
    expect(condition.keys).toEqual(['1x2']);
    expect(decodeCondition(encodeCondition(condition))).toEqual(condition);
    expect(choicesOf(field, words).map(({ key }) => key)).toEqual(['1x1', '1x2', '2x1', '2x2']);
  });

  it('is said in the words of both scales', () => {
    const sources = { t: String as unknown as TFunction<'registers'>, words, labels: [] };
    expect(describeCondition(condition, field, sources)).toBe('Zelden × Groot');
  });
});
