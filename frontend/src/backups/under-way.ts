import { AppError, type BackupState, type RestoreState } from '@/graphql';

import type { BackupRun, Backups, Restore } from './backup-documents';

const RUNNING_MS = 2_000;
const WAITING_MS = 5_000;
const PROVING_MS = 10_000;
/** It may be closed by somebody else, or its time may be over. */
const OPEN_MS = 60_000;
/** A back-up is proven within minutes; what takes longer is not waited for with the page open. */
const PROVING_LASTS_MS = 15 * 60_000;

export const isUnderWay = (state: BackupState): boolean => state === 'ASKED' || state === 'RUNNING';

/** Something is still to be done: a back-up is fetched, or the environment put back. */
export const isBusy = (state: RestoreState): boolean =>
  state === 'ASKED' || state === 'WAITING' || state === 'RESTORING';

/** Until the environment is being put back, whoever asked for it may think better of it. */
export const canBeCancelled = (state: RestoreState): boolean =>
  state === 'ASKED' || state === 'WAITING';

/** The environment being put back, if it is. */
export const restoreUnderWay = (restores: readonly Restore[]): Restore | undefined =>
  restores.find(({ purpose, state }) => purpose === 'PUT_BACK' && isBusy(state));

/** The back-up that is looked into, or is about to be: one at a time. */
export const currentLook = (restores: readonly Restore[]): Restore | undefined =>
  restores.find(({ purpose, state }) => purpose === 'LOOK' && (isBusy(state) || state === 'OPEN'));

const isBeingProven = ({ state, finishedAt }: BackupRun, now: Date): boolean =>
  state === 'MADE' &&
  finishedAt != null &&
  now.getTime() - Date.parse(finishedAt) < PROVING_LASTS_MS;

/** Milliseconds until one should look again; false when nothing is under way, or one is signed out. */
export function pollPause(
  backups: Pick<Backups, 'isSetUp' | 'places' | 'runs' | 'restores'> | undefined,
  error: Error | null,
  now: Date,
): number | false {
  if (!backups) return false;
  if (error instanceof AppError && error.code === 'UNAUTHENTICATED') return false;
  const { isSetUp, places, runs, restores } = backups;
  if (restores.some(({ state }) => isBusy(state))) return RUNNING_MS;
  if (runs.some(({ state }) => state === 'RUNNING')) return RUNNING_MS;
  if (runs.some(({ state }) => state === 'ASKED')) return WAITING_MS;
  if (runs.some((run) => isBeingProven(run, now))) return PROVING_MS;
  // The very first are made by themselves, soon after the stores were set up.
  if (isSetUp && places.some(({ lastProvenTakenAt }) => !lastProvenTakenAt)) return PROVING_MS;
  return currentLook(restores) ? OPEN_MS : false;
}

/** 0 to 100; null while it is not known how much there is to be read. */
export const progressOf = ({
  doneBytes,
  totalBytes,
}: Pick<BackupRun, 'doneBytes' | 'totalBytes'>): number | null =>
  totalBytes > 0 ? Math.min(100, (doneBytes / totalBytes) * 100) : null;
