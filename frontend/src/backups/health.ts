import type { BackupTier } from '@/graphql';

import type { BackupPlace, BackupRun, Backups } from './backup-documents';

export const TIERS = ['HOT', 'COLD'] as const satisfies readonly BackupTier[];

const HOUR = 3_600_000;

/** Two turns of the plan: by then one of them should have been proven. */
const PROOF_ALLOWED_MS: Record<BackupTier, number> = { HOT: 24 * HOUR, COLD: 48 * HOUR };

export type Level = 'fine' | 'attention' | 'wrong';

export type PlaceHealth =
  /** There should have been a newer one. */
  | 'overdue'
  /** The last one that was judged cannot be put back. */
  | 'refuted'
  /** None was made yet. */
  | 'none'
  /** The first was made, and is to be proven. */
  | 'waiting'
  /** They are made, but it is some time since one was proven. */
  | 'unproven'
  | 'fine';

export const PLACE_LEVEL: Record<PlaceHealth, Level> = {
  overdue: 'wrong',
  refuted: 'wrong',
  none: 'attention',
  waiting: 'attention',
  unproven: 'attention',
  fine: 'fine',
};

export function placeHealth(place: BackupPlace, runs: readonly BackupRun[]): PlaceHealth {
  const { tier, overdueSince, lastTakenAt, lastProvenTakenAt } = place;
  if (overdueSince) return 'overdue';
  if (lastJudged(tier, runs)?.state === 'REFUTED') return 'refuted';
  if (!lastTakenAt) return 'none';
  const since = lastProvenTakenAt ?? firstTakenAt(tier, runs);
  const behind = since ? Date.parse(lastTakenAt) - Date.parse(since) : Infinity;
  if (behind > PROOF_ALLOWED_MS[tier]) return 'unproven';
  return lastProvenTakenAt ? 'fine' : 'waiting';
}

/** The moment of the earliest of a store that is known. */
const firstTakenAt = (tier: BackupTier, runs: readonly BackupRun[]) =>
  runs
    .filter((run) => run.tier === tier)
    .flatMap(({ takenAt }) => takenAt ?? [])
    .sort((one, other) => Date.parse(one) - Date.parse(other))[0];

/** The newest of a store that was either proven or refuted. */
function lastJudged(tier: BackupTier, runs: readonly BackupRun[]): BackupRun | undefined {
  const judged = runs.filter(
    (run) =>
      run.tier === tier && run.takenAt && (run.state === 'PROVEN' || run.state === 'REFUTED'),
  );
  const moment = (run: BackupRun) => Date.parse(run.takenAt ?? '');
  return judged.sort((one, other) => moment(other) - moment(one))[0];
}

export type KeeperHealth =
  | 'never'
  /** The damaged one was taken for a good one. */
  | 'unnoticed'
  /** The last one was noticed, but that is more than a day ago. */
  | 'late'
  | 'fine';

export const KEEPER_LEVEL: Record<KeeperHealth, Level> = {
  never: 'attention',
  unnoticed: 'wrong',
  late: 'wrong',
  fine: 'fine',
};

/** Whether whoever proves back-ups can be relied upon. */
export function keeperHealth({
  isLastDrillNoticed,
  isKeeperSound,
}: Pick<Backups, 'isLastDrillNoticed' | 'isKeeperSound'>): KeeperHealth {
  if (isKeeperSound) return 'fine';
  if (isLastDrillNoticed == null) return 'never';
  return isLastDrillNoticed ? 'late' : 'unnoticed';
}

const WORST_FIRST = ['wrong', 'attention', 'fine'] as const satisfies readonly Level[];

/** The worst of all there is to say, and the moment one can go back to for certain. */
export function verdict(backups: Backups): { level: Level; provenAt: string | null } {
  const levels = [
    ...backups.places.map((place) => PLACE_LEVEL[placeHealth(place, backups.runs)]),
    KEEPER_LEVEL[keeperHealth(backups)],
  ];
  const level = WORST_FIRST.find((one) => levels.includes(one)) ?? 'fine';
  const proven = backups.places.flatMap(({ lastProvenTakenAt }) => lastProvenTakenAt ?? []);
  const [provenAt = null] = proven.sort((one, other) => Date.parse(other) - Date.parse(one));
  return { level, provenAt };
}
