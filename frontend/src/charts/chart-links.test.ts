import { describe, expect, it } from 'vitest';

import { toListSearch } from './chart-links';

describe('the list behind a part of a chart', () => {
  it('is asked by status and by fields', () => {
    const filter = {
      statusKeys: ['open', 'busy'],
      fields: [
        { key: 'category', anyOf: ['privacy'] },
        { key: 'reported_on', dateFrom: '2026-01-01', dateTo: '2026-01-31' },
        { key: 'owner', users: ['usr_1'] },
        { key: 'cost', numberFrom: 10, numberTo: null },
        { key: 'due', deadlines: ['OVERDUE'] },
        { key: 'supplier', isEmpty: true },
      ],
    };
    expect(toListSearch(filter)).toEqual({
      status: 'open,busy',
      where: [
        'category.any=privacy',
        'reported_on.date=2026-01-01..2026-01-31',
        'owner.user=usr_1',
        'cost.number=10..',
        'due.deadline=OVERDUE',
        'supplier.empty',
      ].join(';'),
    });
  });

  it('asks one thing of a field that is asked twice', () => {
    const filter = {
      fields: [
        { key: 'score', numberFrom: 5 },
        { key: 'score', numberFrom: 10, numberTo: 20 },
        { key: 'kind', anyOf: ['a', 'b'] },
        { key: 'kind', anyOf: ['b'] },
        { key: 'kind', isEmpty: false },
      ],
    };
    expect(toListSearch(filter)).toEqual({ where: 'score.number=10..20;kind.any=b' });
  });

  it('is everything when nothing is asked', () => {
    expect(toListSearch({})).toEqual({});
  });

  it('is no list where no filter can say it, or nothing can be in it', () => {
    expect(toListSearch(null)).toBeNull();
    expect(toListSearch({ statusKeys: [] })).toBeNull();
  });
});
