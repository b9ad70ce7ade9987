import { useState } from 'react';

import type { FormDraft } from './draft/form-draft';

/** So many steps can be taken back. */
const MOST_STEPS = 100;

interface History {
  draft: FormDraft;
  past: readonly FormDraft[];
  future: readonly FormDraft[];
  /** What the last step changed; the next letter typed in the same place is the same step. */
  place: string | null;
}

/** A draft whose changes can be taken back and done again. */
export function useDraftHistory(initial: () => FormDraft) {
  const [history, setHistory] = useState<History>(() => ({
    draft: initial(),
    past: [],
    future: [],
    place: null,
  }));

  return {
    draft: history.draft,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    /** @param place steps in the same place are taken back together */
    change: (update: (draft: FormDraft) => FormDraft, place: string | null = null) => {
      setHistory((current) => {
        const draft = update(current.draft);
        if (draft === current.draft) return current;
        const isSameStep = place !== null && place === current.place;
        const past = isSameStep
          ? current.past
          : [...current.past.slice(1 - MOST_STEPS), current.draft];
        return { draft, past, future: [], place };
      });
    },
    /** Completes the draft as it stands: no step of its own. */
    amend: (update: (draft: FormDraft) => FormDraft) => {
      setHistory((current) => ({ ...current, draft: update(current.draft) }));
    },
    undo: () => {
      setHistory((current) => {
        const draft = current.past.at(-1);
        if (!draft) return current;
        const future = [current.draft, ...current.future];
        return { draft, past: current.past.slice(0, -1), future, place: null };
      });
    },
    redo: () => {
      setHistory((current) => {
        const [draft, ...future] = current.future;
        if (!draft) return current;
        return { draft, past: [...current.past, current.draft], future, place: null };
      });
    },
  };
}
