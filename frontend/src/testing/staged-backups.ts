import type { BackupPlace, BackupRun, Backups, Restore } from '@/backups/backup-documents';

/** A proven hot back-up, for tests; parts of it can be otherwise. */
export const stagedRun = (changes: Partial<BackupRun> = {}): BackupRun => ({
  id: 'bru_1',
  tier: 'HOT',
  reason: 'SCHEDULE',
  state: 'PROVEN',
  dueAt: '2026-11-27T08:59:00Z',
  begunAt: '2026-11-27T09:00:00Z',
  attempts: 1,
  doneBytes: 64_000_000,
  totalBytes: 64_000_000,
  finishedAt: '2026-11-27T09:01:00Z',
  nextAttemptAt: null,
  takenAt: '2026-11-27T09:00:00Z',
  sequence: 12,
  databaseBytes: 18_000_000,
  files: 3,
  fileBytes: 2_000_000,
  provenAt: '2026-11-27T09:05:00Z',
  proofSeconds: 7.4,
  provenRows: 48_213,
  removedAt: null,
  canBeRestored: true,
  ...changes,
});

/** One that does not lie anywhere yet. */
export const stagedAttempt = (changes: Partial<BackupRun>): BackupRun =>
  stagedRun({
    finishedAt: null,
    takenAt: null,
    sequence: null,
    databaseBytes: null,
    files: null,
    fileBytes: null,
    provenAt: null,
    proofSeconds: null,
    provenRows: null,
    canBeRestored: false,
    ...changes,
  });

export const stagedPlace = (changes: Partial<BackupPlace> = {}): BackupPlace => ({
  tier: 'HOT',
  nextAt: '2026-11-27T21:00:00Z',
  lastTakenAt: '2026-11-27T09:00:00Z',
  lastProvenTakenAt: '2026-11-27T09:00:00Z',
  overdueSince: null,
  ...changes,
});

export const stagedRestore = (changes: Partial<Restore> = {}): Restore => ({
  id: 'rst_1',
  purpose: 'PUT_BACK',
  backup: { id: 'bru_1', tier: 'HOT', takenAt: '2026-11-27T09:00:00Z' },
  askedBy: { id: 'usr_1', displayName: 'Annelies Kuiper' },
  askedAt: '2026-11-27T10:00:00Z',
  reason: 'Een import overschreef alles.',
  state: 'ASKED',
  finishedAt: null,
  failure: null,
  openUntil: null,
  ...changes,
});

export const stagedBackups = (changes: Partial<Backups> = {}): Backups => ({
  isSetUp: true,
  lastDrillAt: '2026-11-27T04:00:00Z',
  isLastDrillNoticed: true,
  isKeeperSound: true,
  places: [stagedPlace(), stagedPlace({ tier: 'COLD' })],
  runs: [stagedRun()],
  restores: [],
  ...changes,
});
