import { compact, wordsOf } from '@/app/page-search';
import type { BackupState, BackupTier, RestoreState } from '@/graphql';

import type { BackupRun, Restore } from './backup-documents';
import { TIERS } from './health';

/** What a list says of a back-up: one that was removed is gone, whatever it was before. */
export type ShownState = BackupState | 'REMOVED';

export const SHOWN_STATES = [
  'ASKED',
  'RUNNING',
  'MADE',
  'PROVEN',
  'REFUTED',
  'FAILED',
  'REMOVED',
] as const satisfies readonly ShownState[];

export const shownState = ({ state, removedAt }: Pick<BackupRun, 'state' | 'removedAt'>) =>
  removedAt ? ('REMOVED' as const) : state;

/** What a list says of what is done with a back-up: one that was looked into is closed, not put back. */
export type ShownRestoreState = RestoreState | 'CLOSED';

export const shownRestoreState = ({
  purpose,
  state,
}: Pick<Restore, 'purpose' | 'state'>): ShownRestoreState =>
  purpose === 'LOOK' && state === 'DONE' ? 'CLOSED' : state;

/** The moment a back-up shows; before it is there, the moment it is for. */
export const momentOf = ({ takenAt, dueAt }: Pick<BackupRun, 'takenAt' | 'dueAt'>): string =>
  takenAt ?? dueAt;

/** Bytes of all of it as it lies in the store; null before it is there. */
export const sizeOf = ({
  databaseBytes,
  fileBytes,
}: Pick<BackupRun, 'databaseBytes' | 'fileBytes'>): number | null =>
  databaseBytes == null ? null : databaseBytes + (fileBytes ?? 0);

/** Which back-ups are listed; nothing chosen leaves nothing out. */
export interface BackupFilter {
  tiers: BackupTier[];
  states: ShownState[];
}

export interface BackupSearch {
  store?: string;
  state?: string;
}

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

export const parseBackupSearch = (raw: Record<string, unknown>): BackupSearch =>
  compact({ store: text(raw.store), state: text(raw.state) });

export function decodeFilter({ store, state }: BackupSearch): BackupFilter {
  const [stores, states] = [wordsOf(store), wordsOf(state)];
  return {
    tiers: TIERS.filter((tier) => stores.includes(tier.toLowerCase())),
    states: SHOWN_STATES.filter((one) => states.includes(one.toLowerCase())),
  };
}

export const encodeFilter = ({ tiers, states }: BackupFilter): BackupSearch =>
  compact({
    store: tiers.map((tier) => tier.toLowerCase()).join(','),
    state: states.map((state) => state.toLowerCase()).join(','),
  });

export const isNarrowed = ({ tiers, states }: BackupFilter): boolean =>
  tiers.length + states.length > 0;

export const filtered = (runs: readonly BackupRun[], { tiers, states }: BackupFilter) =>
  runs.filter(
    (run) =>
      (tiers.length === 0 || tiers.includes(run.tier)) &&
      (states.length === 0 || states.includes(shownState(run))),
  );
