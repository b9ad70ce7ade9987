import { expect, it } from 'vitest';

import { type ListState, decodeListState } from '../list/list-state';
import { differs, readView, stateOfView, viewSearch } from './view-state';

const state: ListState = {
  ...decodeListState({ q: 'brand', status: 'open', sort: 'title', size: 100 }),
  after: 'Y3Vyc29y',
  page: 4,
};
const columns = ['$status', 'owner'];
const saved = { id: 'vie_1', search: JSON.stringify(viewSearch(state, columns)) };

it('keeps what the list shows, and not the page', () => {
  expect(JSON.parse(saved.search)).toEqual({
    q: 'brand',
    status: 'open',
    sort: 'title',
    columns: '$status,owner',
  });
  const shown = stateOfView(saved, 50);
  expect(shown).toMatchObject({ view: 'vie_1', search: 'brand', columns, page: 1, after: null });
  expect(shown.pageSize).toBe(50);
});

it('tells whether the list was changed since', () => {
  expect(differs(saved, state, columns)).toBe(false);
  expect(differs(saved, { ...state, pageSize: 25, page: 1, after: null }, columns)).toBe(false);
  expect(differs(saved, { ...state, search: '' }, columns)).toBe(true);
  expect(differs(saved, state, ['owner', '$status'])).toBe(true);
});

it('leaves the columns to the viewer when the view does not say them', () => {
  const view = { id: 'vie_2', search: '{"q":"brand","status":"open","sort":"title"}' };
  expect(differs(view, state, columns)).toBe(false);
  expect(stateOfView(view, 25).columns).toBeNull();
});

it('makes nothing of a view it cannot read', () => {
  for (const search of ['', '[]', 'null', '{"q":{}}', '{']) expect(readView(search)).toEqual({});
});
