import type { FormDraft } from './form-draft';

/** So many steps can be taken back. */
const MOST_STEPS = 100;

/** A draft whose changes can be taken back and done again. */
export interface History {
  draft: FormDraft;
  past: readonly FormDraft[];
  future: readonly FormDraft[];
  /** What the last step changed; the next letter typed in the same place is the same step. */
  place: string | null;
}

export type Update = (draft: FormDraft) => FormDraft;

export const begin = (draft: FormDraft): History => ({ draft, past: [], future: [], place: null });

/** @param place steps in the same place are taken back together */
export function step(history: History, update: Update, place: string | null = null): History {
  const draft = update(history.draft);
  if (draft === history.draft) return history;
  const isSameStep = place !== null && place === history.place;
  const past = isSameStep ? history.past : [...history.past.slice(1 - MOST_STEPS), history.draft];
  return { draft, past, future: [], place };
}

/** Completes the draft as it stands: no step of its own. */
export function amend(history: History, update: Update): History {
  const draft = update(history.draft);
  return draft === history.draft ? history : { ...history, draft };
}

export function undo(history: History): History {
  const draft = history.past.at(-1);
  if (!draft) return history;
  const future = [history.draft, ...history.future];
  return { draft, past: history.past.slice(0, -1), future, place: null };
}

export function redo(history: History): History {
  const [draft, ...future] = history.future;
  if (!draft) return history;
  return { draft, past: [...history.past, history.draft], future, place: null };
}
