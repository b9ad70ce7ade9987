import { getRouteApi, useLocation, useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';

import { type ListState, decodeListState, encodeListState } from './list-state';

const route = getRouteApi('/authenticated/registers/$formKey');

declare module '@tanstack/history' {
  interface HistoryState {
    /** Where the pages before this one began (null: the first); the server pages forwards only. */
    trail?: (string | null)[];
  }
}

export interface ListControl {
  state: ListState;
  /** Changes what is shown and goes back to the first page. */
  change: (change: Partial<ListState>, options?: { replace?: boolean }) => void;
  goToNextPage: (endCursor: string) => void;
  /** To the page one came from, or the first when the address was opened directly. */
  goToPreviousPage: () => void;
}

/** The list's state, kept in the address so that it can be shared and the back button works. */
export function useListState(): ListControl {
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/registers/$formKey' });
  const { trail = [] } = useLocation({ select: (location) => location.state });
  const state = useMemo(() => decodeListState(search), [search]);

  const go = useCallback(
    (next: ListState, nextTrail: (string | null)[], replace = false) =>
      void navigate({
        search: encodeListState(next),
        state: { trail: nextTrail },
        replace,
        resetScroll: false,
      }),
    [navigate],
  );

  return {
    state,
    change: (change, options) => {
      go({ ...state, ...change, page: 1, after: null }, [], options?.replace);
    },
    goToNextPage: (endCursor) => {
      go({ ...state, page: state.page + 1, after: endCursor }, [...trail, state.after]);
    },
    goToPreviousPage: () => {
      const after = trail.at(-1) ?? null;
      go({ ...state, page: after === null ? 1 : state.page - 1, after }, trail.slice(0, -1));
    },
  };
}
