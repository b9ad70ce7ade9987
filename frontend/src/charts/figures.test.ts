import { describe, expect, it } from 'vitest';

import { alongTime, figuresOf, nextPeriod, sharesOf } from './figures';
import { aChart, aGroup, someData } from './testing/sample-chart';

describe('figures', () => {
  it('are zero where the server says nothing, and nothing where there is no average', () => {
    const data = someData([aGroup('a'), aGroup('b')], [[3], [0]]);
    expect(figuresOf(data, aChart()).values).toEqual([[3], [0]]);
    expect(figuresOf(data, aChart({ measure: 'AVERAGE' })).values).toEqual([[3], [null]]);
  });
});

describe('periods', () => {
  it.each([
    ['2026-12', '2027-01'],
    ['2026-Q4', '2027-Q1'],
    ['2026', '2027'],
    ['open', null],
    ['$empty', null],
  ])('after %s comes %s', (key, next) => {
    expect(nextPeriod(key)).toBe(next);
  });

  it('in which nothing happened are on the line, and what has no period is not', () => {
    const data = someData(
      [aGroup('2026-01'), aGroup('2026-04'), aGroup('$empty')],
      [[2], [5], [1]],
    );
    const line = alongTime(figuresOf(data, aChart()), 0);
    expect(line.groups.map(({ key }) => key)).toEqual(['2026-01', '2026-02', '2026-03', '2026-04']);
    expect(line.values).toEqual([[2], [0], [0], [5]]);
  });

  it('centuries apart are not filled in', () => {
    const data = someData([aGroup('1026-01'), aGroup('2026-04')], [[1], [5]]);
    expect(alongTime(figuresOf(data, aChart()), 0).groups).toHaveLength(2);
  });
});

describe('shares', () => {
  it('are parts of the whole, without what is nothing', () => {
    const data = someData([aGroup('a'), aGroup('b'), aGroup('c')], [[3], [0], [1]]);
    const shares = sharesOf(figuresOf(data, aChart()), 8);
    expect(shares.map(({ group, share }) => [group?.key, share])).toEqual([
      ['a', 0.75],
      ['c', 0.25],
    ]);
  });

  it('beyond what can be told apart go together, the smallest first', () => {
    const data = someData(
      ['a', 'b', 'c', 'd'].map((key) => aGroup(key)),
      [[5], [1], [9], [2]],
    );
    const shares = sharesOf(figuresOf(data, aChart()), 3);
    expect(shares.map(({ group, value, count }) => [group?.key ?? null, value, count])).toEqual([
      ['a', 5, 1],
      ['c', 9, 1],
      [null, 3, 2],
    ]);
  });
});
