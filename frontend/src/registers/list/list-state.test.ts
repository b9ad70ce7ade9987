import { describe, expect, it } from 'vitest';

import {
  DEFAULT_SORT,
  type ListState,
  decodeListState,
  encodeListState,
  isNarrowed,
  parseListSearch,
  toRecordFilter,
  toRecordSort,
} from './list-state';

const plain: ListState = {
  part: 'ACTIVE',
  search: '',
  statusKeys: [],
  conditions: [],
  sort: DEFAULT_SORT,
  columns: null,
  totals: {},
  view: null,
  pageSize: 25,
  page: 1,
  after: null,
};

const full: ListState = {
  part: 'ARCHIVED',
  search: 'ransom, ware; 50%',
  statusKeys: ['open', 'in_progress'],
  conditions: [
    { test: 'contains', fieldKey: 'notes', text: 'MT; maart = "ja", 100%' },
    { test: 'any', fieldKey: 'category', keys: ['privacy', 'quality'] },
    { test: 'user', fieldKey: 'owner', ids: ['usr_1', 'usr_2'] },
    { test: 'record', fieldKey: 'assets', ids: ['rec_1'] },
    { test: 'number', fieldKey: 'inherent', from: 10, to: null },
    { test: 'number', fieldKey: 'damage', from: -1.5, to: 0 },
    { test: 'date', fieldKey: 'review_on', from: null, to: '2026-12-31' },
    { test: 'group', fieldKey: 'team', ids: ['grp_1'] },
    { test: 'deadline', fieldKey: 'due', states: ['OVERDUE', 'SOON'] },
    { test: 'empty', fieldKey: 'residual', isEmpty: true },
    { test: 'empty', fieldKey: 'plan', isEmpty: false },
  ],
  sort: { by: 'FIELD', fieldKey: 'inherent', direction: 'DESC' },
  columns: ['$status', 'inherent', 'owner'],
  totals: { inherent: 'average', damage: 'sum' },
  view: 'vie_1',
  pageSize: 100,
  page: 3,
  after: 'Y3Vyc29y',
};

/** Through the address and back, as the browser does it. */
function throughTheAddress(state: ListState): ListState {
  const query = new URLSearchParams(
    Object.entries(encodeListState(state)).map(([key, value]) => [key, String(value)]),
  ).toString();
  return decodeListState(parseListSearch(Object.fromEntries(new URLSearchParams(query))));
}

describe('the list in the address', () => {
  it('comes back unchanged with everything set', () => {
    expect(throughTheAddress(full)).toEqual(full);
  });

  it('leaves the address empty when nothing was chosen', () => {
    expect(encodeListState(plain)).toEqual({});
    expect(throughTheAddress(plain)).toEqual(plain);
  });

  it('comes back unchanged for every way of sorting', () => {
    for (const by of ['NUMBER', 'TITLE', 'STATUS', 'UPDATED_AT', 'CREATED_AT'] as const) {
      for (const direction of ['ASC', 'DESC'] as const) {
        const sort = { by, fieldKey: null, direction };
        expect(throughTheAddress({ ...plain, sort }).sort).toEqual(sort);
      }
    }
  });

  it('keeps an empty choice of columns apart from no choice', () => {
    expect(decodeListState(parseListSearch({ columns: 'owner' })).columns).toEqual(['owner']);
    expect(decodeListState(parseListSearch({})).columns).toBeNull();
  });

  it('takes a number that was typed as search text for text', () => {
    expect(decodeListState(parseListSearch({ q: 27001 })).search).toBe('27001');
  });

  it('drops what makes no sense', () => {
    const state = decodeListState(
      parseListSearch({
        where: 'x;a.b.c=1;owner.user=;d.date=gisteren..',
        size: 7,
        page: -1,
        sort: 'up',
        q: {},
      }),
    );
    expect(state).toEqual(plain);
  });

  it('survives a broken percent sign', () => {
    const state = decodeListState({ where: 'notes.contains=50%' });
    expect(state.conditions).toEqual([{ test: 'contains', fieldKey: 'notes', text: '50%' }]);
  });
});

describe('the filter for the server', () => {
  it('names the part of the register, unless it is the usual one', () => {
    expect(toRecordFilter({ ...plain, part: 'DELETED' })).toEqual({ state: 'DELETED' });
    expect(decodeListState({ state: 'elsewhere' }).part).toBe('ACTIVE');
  });

  it('is absent when nothing is filtered', () => {
    expect(toRecordFilter(plain)).toBeUndefined();
    expect(toRecordFilter({ ...plain, search: '   ' })).toBeUndefined();
    expect(isNarrowed(plain)).toBe(false);
  });

  it('carries every kind of condition', () => {
    expect(toRecordFilter(full)).toEqual({
      state: 'ARCHIVED',
      search: 'ransom, ware; 50%',
      statusKeys: ['open', 'in_progress'],
      fields: [
        { key: 'notes', contains: 'MT; maart = "ja", 100%' },
        { key: 'category', anyOf: ['privacy', 'quality'] },
        { key: 'owner', users: ['usr_1', 'usr_2'] },
        { key: 'assets', references: ['rec_1'] },
        { key: 'inherent', numberFrom: 10 },
        { key: 'damage', numberFrom: -1.5, numberTo: 0 },
        { key: 'review_on', dateTo: '2026-12-31' },
        { key: 'team', groups: ['grp_1'] },
        { key: 'due', deadlines: ['OVERDUE', 'SOON'] },
        { key: 'residual', isEmpty: true },
        { key: 'plan', isEmpty: false },
      ],
    });
  });

  it('leaves out conditions that are not filled in yet', () => {
    const blank: ListState = {
      ...plain,
      conditions: [{ test: 'any', fieldKey: 'category', keys: [] }],
    };
    expect(toRecordFilter(blank)).toBeUndefined();
  });

  it('names the field only when sorting by a field', () => {
    expect(toRecordSort(DEFAULT_SORT)).toEqual({ by: 'NUMBER', direction: 'DESC' });
    expect(toRecordSort(full.sort)).toEqual({
      by: 'FIELD',
      fieldKey: 'inherent',
      direction: 'DESC',
    });
  });
});
