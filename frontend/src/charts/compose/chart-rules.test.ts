import { describe, expect, it } from 'vitest';

import { aField } from '@/registers/testing/sample-form';

import { aChart } from '../testing/sample-chart';
import { askedTests, canDraw, fitted, needsInterval } from './chart-rules';

const form = {
  fields: [
    aField({ key: 'kind', kind: 'CHOICE' }),
    aField({ key: 'found_on', kind: 'DATE' }),
    aField({ key: 'cost', kind: 'NUMBER' }),
  ],
};

describe('a chart that is put together', () => {
  it('gets what its kind needs', () => {
    expect(fitted(aChart({ kind: 'STACKED' }), form)).toMatchObject({
      groupBy: '$status',
      splitBy: 'kind',
    });
    expect(fitted(aChart({ kind: 'LINE' }), form)).toMatchObject({
      groupBy: '$created',
      interval: 'MONTH',
    });
    expect(fitted(aChart({ measure: 'SUM' }), form)).toMatchObject({ measureField: 'cost' });
  });

  it('loses what its kind has no use for', () => {
    const stacked = aChart({ kind: 'NUMBER', splitBy: 'kind', interval: 'YEAR' });
    expect(fitted(stacked, form)).toMatchObject({ groupBy: null, splitBy: null, interval: null });
  });

  it('asks for a stretch of time only where days are put together', () => {
    expect(needsInterval(aChart({ groupBy: 'found_on' }), form)).toBe(true);
    expect(needsInterval(aChart({ groupBy: 'kind' }), form)).toBe(false);
  });

  it('is only offered where the register has the field for it', () => {
    expect(canDraw('HEAT_MAP', form)).toBe(false);
    const risks = { fields: [aField({ key: 'risk', kind: 'LIKELIHOOD_IMPACT' })] };
    expect(canDraw('HEAT_MAP', risks)).toBe(true);
    expect(fitted(aChart({ kind: 'HEAT_MAP' }), risks).field).toBe('risk');
  });

  it('is sent without conditions that ask nothing yet', () => {
    const test = { fieldKey: 'kind', anyOf: [], isFilled: null, from: null, to: null };
    const asked = askedTests(aChart({ tests: [test, { ...test, anyOf: ['a'] }] }));
    expect(asked.tests).toHaveLength(1);
  });
});
