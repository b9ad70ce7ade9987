import { DEFAULT_PAGE_SIZE } from '@/app/page-search';

import {
  type ListSearch,
  type ListState,
  decodeListState,
  encodeListState,
  parseListSearch,
} from '../list/list-state';

/** What a view keeps: the list's address without the page, and with the columns as they are shown. */
export function viewSearch(state: ListState, columns: string[]): ListSearch {
  return encodeListState({
    ...state,
    columns,
    view: null,
    pageSize: DEFAULT_PAGE_SIZE,
    page: 1,
    after: null,
  });
}

/** What a view says; nothing when it cannot be read. */
export function readView(text: string): ListSearch {
  try {
    const saved: unknown = JSON.parse(text);
    return typeof saved === 'object' && saved !== null
      ? parseListSearch(saved as Record<string, unknown>)
      : {};
  } catch {
    return {};
  }
}

/** The list as a view says it; how much of it is on a page stays the viewer's own. */
export function stateOfView(view: { id: string; search: string }, pageSize: number): ListState {
  return { ...decodeListState(readView(view.search)), view: view.id, pageSize };
}

/** Whether the list shows something else than the view says. */
export function differs(view: { search: string }, state: ListState, columns: string[]): boolean {
  const saved = decodeListState(readView(view.search));
  const now = viewSearch(state, saved.columns === null ? [] : columns);
  const then = viewSearch(saved, saved.columns ?? []);
  return JSON.stringify(now) !== JSON.stringify(then);
}
