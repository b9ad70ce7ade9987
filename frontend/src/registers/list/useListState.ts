import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';

import { type PagedControl, usePagedSearch } from '@/app/use-paged-search';

import { type ListState, decodeListState, encodeListState } from './list-state';

const route = getRouteApi('/authenticated/registers/$formKey');

export type ListControl = PagedControl<ListState>;

/** The state of a register's list, which is in the address. */
export function useListState(): ListControl {
  const search = route.useSearch();
  const state = useMemo(() => decodeListState(search), [search]);
  return usePagedSearch(state, encodeListState);
}
