import { expect, it } from 'vitest';

import { askedTotals, decodeTotals, encodeTotals, roundTotal, withTotal } from './total';

it('goes through the address and comes back, without what makes no sense', () => {
  const totals = { damage: 'sum', score: 'average' } as const;
  expect(encodeTotals(totals)).toBe('damage.sum,score.average');
  expect(decodeTotals('damage.sum,score.average')).toEqual(totals);
  expect(decodeTotals('damage.median,.sum,score,')).toEqual({});
  expect(decodeTotals(undefined)).toEqual({});
});

it('asks for columns of numbers that are shown', () => {
  const columns = [
    { id: 'damage', field: { kind: 'NUMBER', result: null } },
    { id: 'total', field: { kind: 'COMPUTED', result: 'NUMBER' } },
    { id: 'due', field: { kind: 'COMPUTED', result: 'DATE' } },
    { id: '$status', field: null },
  ] as const;
  const chosen = { total: 'sum', due: 'sum', hidden: 'sum', $status: 'sum' } as const;
  expect(askedTotals(columns, chosen)).toEqual(['total']);
});

it('puts one total in place of another', () => {
  expect(withTotal({ damage: 'sum' }, 'damage', 'maximum')).toEqual({ damage: 'maximum' });
  expect(withTotal({ damage: 'sum' }, 'damage', null)).toEqual({});
});

it('gives a mean one digit more', () => {
  expect(roundTotal(10 / 3, 'average', 0)).toBe(3.3);
  expect(roundTotal(10 / 3, 'average', 2)).toBe(3.333);
  expect(roundTotal(0.125, 'sum', 2)).toBe(0.125);
});
