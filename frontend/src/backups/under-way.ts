import { AppError, type BackupState, type RestoreState } from '@/graphql';

import type { BackupRun, Backups, Restore } from './backup-documents';

const RUNNING_MS = 2_000;
const WAITING_MS = 5_000;
const PROVING_MS = 10_000;
/** A back-up is proven within minutes; what takes longer is not waited for with the page open. */
const PROVING_LASTS_MS = 15 * 60_000;

export const isUnderWay = (state: BackupState): boolean => state === 'ASKED' || state === 'RUNNING';

export const isOpen = (state: RestoreState): boolean =>
  state === 'ASKED' || state === 'WAITING' || state === 'RESTORING';

/** Until the environment is being put back, whoever asked for it may think better of it. */
export const canBeCancelled = (state: RestoreState): boolean =>
  state === 'ASKED' || state === 'WAITING';

export const openRestore = (restores: readonly Restore[]): Restore | undefined =>
  restores.find(({ state }) => isOpen(state));

const isBeingProven = ({ state, finishedAt }: BackupRun, now: Date): boolean =>
  state === 'MADE' &&
  finishedAt != null &&
  now.getTime() - Date.parse(finishedAt) < PROVING_LASTS_MS;

/** Milliseconds until one should look again; false when nothing is under way, or one is signed out. */
export function pollPause(
  backups: Pick<Backups, 'runs' | 'restores'> | undefined,
  error: Error | null,
  now: Date,
): number | false {
  if (!backups) return false;
  if (error instanceof AppError && error.code === 'UNAUTHENTICATED') return false;
  const { runs, restores } = backups;
  if (restores.some(({ state }) => isOpen(state))) return RUNNING_MS;
  if (runs.some(({ state }) => state === 'RUNNING')) return RUNNING_MS;
  if (runs.some(({ state }) => state === 'ASKED')) return WAITING_MS;
  return runs.some((run) => isBeingProven(run, now)) ? PROVING_MS : false;
}

/** 0 to 100; null while it is not known how much there is to be read. */
export const progressOf = ({
  doneBytes,
  totalBytes,
}: Pick<BackupRun, 'doneBytes' | 'totalBytes'>): number | null =>
  totalBytes > 0 ? Math.min(100, (doneBytes / totalBytes) * 100) : null;
