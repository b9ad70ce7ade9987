import { useLocation, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';

import type { PageState } from './page-search';

declare module '@tanstack/history' {
  interface HistoryState {
    /** Where the pages before this one began (null: the first); the server pages forwards only. */
    trail?: (string | null)[];
  }
}

export interface PagedControl<TState extends PageState> {
  state: TState;
  /** Changes what is shown and goes back to the first page. */
  change: (change: Partial<TState>, options?: { replace?: boolean }) => void;
  /** Changes what is shown about the same rows, and stays on the page. */
  changeInPlace: (change: Partial<TState>) => void;
  goToNextPage: (endCursor: string) => void;
  /** To the page one came from, or the first when the address was opened directly. */
  goToPreviousPage: () => void;
}

/** A list's state, kept in the address so that it can be shared and the back button works. */
export function usePagedSearch<TState extends PageState>(
  state: TState,
  encode: (state: TState) => object,
): PagedControl<TState> {
  const navigate = useNavigate();
  const { trail = [] } = useLocation({ select: (location) => location.state });

  const go = useCallback(
    (next: TState, nextTrail: (string | null)[], replace = false) =>
      void navigate({
        to: '.',
        // Each route checks its own search; here it is any of them.
        search: encode(next) as never,
        state: { trail: nextTrail },
        replace,
        resetScroll: false,
      }),
    [navigate, encode],
  );

  return {
    state,
    change: (change, options) => {
      go({ ...state, ...change, page: 1, after: null }, [], options?.replace);
    },
    changeInPlace: (change) => {
      go({ ...state, ...change }, trail);
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
