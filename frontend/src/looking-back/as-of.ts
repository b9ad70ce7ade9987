import { useSyncExternalStore } from 'react';

import { isPastDay } from './dutch-day';

/** Of this tab alone: who looks back in one goes on working in another. */
const KEY = 'waarborg.as-of';

const listeners = new Set<() => void>();

let current = remembered();

/** What an earlier page left behind; a day that is none, or not over, counts for nothing. */
function remembered(): string | null {
  const day = sessionStorage.getItem(KEY);
  return day !== null && isPastDay(day, new Date()) ? day : null;
}

/** The past day at whose end everything is shown, as `2026-09-30`; null when it is now. */
export const asOfDay = (): string | null => current;

/** Stays through reloads and links; for switching on screen there is `useSwitchDay`. */
export function setAsOf(day: string | null): void {
  current = day;
  if (day === null) sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, day);
  listeners.forEach((listener) => {
    listener();
  });
}

/** {@link asOfDay}, followed. */
export const useAsOf = (): string | null => useSyncExternalStore(subscribe, asOfDay);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
