import type { BackupRun, Restore } from '../backup-documents';
import { isReason } from '../reason';

export interface Wish {
  reason: string;
  confirmation: string;
}

export type WishProblem = 'REASON_INVALID' | 'CONFIRMATION_DIFFERS';

/** What the server would refuse about the last step, by field. */
export function problemsOf(
  { reason, confirmation }: Wish,
  environment: string,
): Partial<Record<'reason' | 'confirmation', WishProblem>> {
  return {
    ...(!isReason(reason) && { reason: 'REASON_INVALID' as const }),
    ...(confirmation.trim() !== environment && { confirmation: 'CONFIRMATION_DIFFERS' as const }),
  };
}

/** A back-up one can go back to: it shows a moment, and was proven. */
export type Restorable = BackupRun & { takenAt: string };

/** Those one can go back to, the latest moment first. */
export const restorable = (runs: readonly BackupRun[]): Restorable[] =>
  runs
    .filter((run): run is Restorable => run.canBeRestored && run.takenAt != null)
    .sort((one, other) => Date.parse(other.takenAt) - Date.parse(one.takenAt));

/** How many a list begins with: more when the chosen one lies further down. */
export function shownAtFirst(
  runs: readonly Restorable[],
  chosenId: string | null,
  least: number,
): number {
  return Math.max(least, runs.findIndex(({ id }) => id === chosenId) + 1);
}

/** The steps of putting back, in order, and how far along each is. */
export const STAGES = ['ASKED', 'WAITING', 'RESTORING', 'DONE'] as const;
export type Stage = (typeof STAGES)[number];
export type StageState = 'past' | 'now' | 'future';

/** Of a restore that is not over otherwise: those before are past, those behind still to come. */
export function stageState(stage: Stage, state: Restore['state']): StageState {
  const [at, here] = [STAGES.indexOf(stage), STAGES.findIndex((one) => one === state)];
  if (state === 'DONE') return 'past';
  return at < here ? 'past' : at === here ? 'now' : 'future';
}

/** Codes there is a sentence for; any other is told as INTERNAL. */
export const FAILURES = [
  'HANDOVER_REFUSED',
  'HANDOVER_TIMED_OUT',
  'BACKUP_UNREADABLE',
  'NEWER_VERSION',
  'SAFETY_BACKUP_FAILED',
  'INTERNAL',
] as const;

export const failureOf = (code: string | null | undefined): (typeof FAILURES)[number] =>
  FAILURES.find((one) => one === code) ?? 'INTERNAL';
