import { useSyncExternalStore } from 'react';

import { isPastDay } from './dutch-day';

/** What is shown instead of now: the end of a past day, or what a back-up holds. */
export type LookedAt =
  | { kind: 'day'; /** As `2026-09-30`. */ day: string }
  | {
      kind: 'backup';
      /** By which the server knows that one looks into it. */
      restoreId: string;
      /** The moment the back-up shows, ISO 8601. */
      takenAt: string;
    };

export type LookedInto = Extract<LookedAt, { kind: 'backup' }>;

/** Of this tab alone: who looks back in one goes on working in another. */
const KEY = 'waarborg.looked-at';

const listeners = new Set<() => void>();

let current = remembered();

/** What an earlier page left behind; what makes no sense, or a day that is not over, counts for nothing. */
function remembered(): LookedAt | null {
  try {
    return understood(JSON.parse(sessionStorage.getItem(KEY) ?? 'null'));
  } catch {
    return null;
  }
}

/** What was kept, if it is still something to look at. */
export function understood(kept: unknown): LookedAt | null {
  const { kind, day, restoreId, takenAt } = (kept ?? {}) as Record<string, unknown>;
  if (kind === 'day' && typeof day === 'string' && isPastDay(day, new Date())) return { kind, day };
  const isBackup = kind === 'backup' && typeof restoreId === 'string' && restoreId !== '';
  return isBackup && typeof takenAt === 'string' && !Number.isNaN(Date.parse(takenAt))
    ? { kind, restoreId, takenAt }
    : null;
}

/** What is looked at; null when it is now. */
export const lookedAt = (): LookedAt | null => current;

/** Stays through reloads and links; for switching on screen there is `switchTime`. */
export function lookAt(what: LookedAt | null): void {
  current = what;
  if (what === null) sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, JSON.stringify(what));
  listeners.forEach((listener) => {
    listener();
  });
}

/** {@link lookedAt}, followed. */
export const useLookedAt = (): LookedAt | null => useSyncExternalStore(subscribe, lookedAt);

/** The past day that is looked back at, if it is a day. */
export function useAsOf(): string | null {
  const looked = useLookedAt();
  return looked?.kind === 'day' ? looked.day : null;
}

/** The back-up that is looked into, if it is one. */
export function useLookedInto(): LookedInto | null {
  const looked = useLookedAt();
  return looked?.kind === 'backup' ? looked : null;
}

/** A name for what is looked at: what shows it begins anew under another one. */
export const nameOf = (looked: LookedAt | null): string =>
  looked === null ? 'now' : looked.kind === 'day' ? looked.day : looked.restoreId;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
