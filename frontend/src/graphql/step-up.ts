import { useSyncExternalStore } from 'react';

import { AppError } from './app-error';

/**
 * Sensitive actions want a code that was shown in the last ten minutes. The server refuses them with
 * STEP_UP_REQUIRED; the dialog of the shell then asks for the code, and the action is sent once more.
 */
type Settle = (isGiven: boolean) => void;

/** Actions that wait for a code; those refused at the same time wait for one and the same. */
let waiting: Settle[] = [];
const listeners = new Set<() => void>();

function setWaiting(next: Settle[]): void {
  waiting = next;
  for (const listener of listeners) listener();
}

const askForCode = (): Promise<boolean> =>
  new Promise((settle) => {
    setWaiting([...waiting, settle]);
  });

/** Answers the question: whether a good code was given, or the user thought better of it. */
export function answerStepUp(isGiven: boolean): void {
  const answered = waiting;
  setWaiting([]);
  for (const settle of answered) settle(isGiven);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Whether a code is being asked for at this moment. */
export function useIsAskingForCode(): boolean {
  return useSyncExternalStore(subscribe, () => waiting.length > 0);
}

/**
 * Sends, and once more after a code when the server asks for one.
 * @throws AppError with STEP_UP_REQUIRED when no code was given: nothing has happened then.
 */
export async function withStepUp<T>(send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    const isRefused = error instanceof AppError && error.code === 'STEP_UP_REQUIRED';
    if (!isRefused || !(await askForCode())) throw error;
  }
  return send();
}
