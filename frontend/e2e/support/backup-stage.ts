import type { Page } from '@playwright/test';

const HOUR = 3_600_000;

/** What a mutation answers when there is nothing to mend, and when there is. */
export const done = { userErrors: [] };
export const refusal = (code: string, path: string[] = []) => ({
  userErrors: [{ code, path, params: { max: 500 } }],
});

export const ago = (hours: number): string => new Date(Date.now() - hours * HOUR).toISOString();

type Tier = 'HOT' | 'COLD';

/** What the demonstration cannot have yet: two stores with back-ups in every state. */
export function backupRun(
  id: string,
  tier: Tier,
  hours: number,
  changes: Record<string, unknown> = {},
) {
  const state = changes.state ?? 'PROVEN';
  const isThere = state === 'PROVEN' || state === 'MADE' || state === 'REFUTED';
  return {
    id,
    tier,
    reason: 'SCHEDULE',
    state,
    dueAt: ago(hours),
    begunAt: ago(hours),
    attempts: 1,
    doneBytes: 64_400_000,
    totalBytes: 64_400_000,
    finishedAt: isThere ? ago(hours - 0.02) : null,
    nextAttemptAt: null,
    takenAt: isThere ? ago(hours) : null,
    sequence: isThere ? 400 - Math.round(hours / 12) : null,
    databaseBytes: isThere ? 18_240_000 : null,
    files: isThere ? 412 : null,
    fileBytes: isThere ? 1_240_000_000 : null,
    provenAt: state === 'PROVEN' || state === 'REFUTED' ? ago(hours - 0.1) : null,
    proofSeconds: state === 'PROVEN' || state === 'REFUTED' ? 7.4 : null,
    provenRows: state === 'PROVEN' ? 48_213 : null,
    removedAt: null,
    canBeRestored: state === 'PROVEN' && changes.removedAt === undefined,
    ...changes,
  };
}

export type StagedRun = ReturnType<typeof backupRun>;

export const restore = (id: string, changes: Record<string, unknown> = {}) => ({
  id,
  purpose: 'PUT_BACK',
  backup: { id: 'bru_1', tier: 'HOT', takenAt: ago(3) },
  askedBy: { id: 'usr_1', displayName: 'Annelies Kuiper' },
  askedAt: ago(0),
  reason: 'Een import heeft alle leveranciers overschreven.',
  state: 'ASKED',
  finishedAt: null,
  failure: null,
  openUntil: null,
  ...changes,
});

/** All is well: two weeks of back-ups, one of each thing that can be the matter among the older. */
export function goodBackups() {
  const hot = Array.from({ length: 24 }, (_, index) =>
    backupRun(`bru_${index + 1}`, 'HOT', 3 + index * 12),
  );
  const cold = Array.from({ length: 12 }, (_, index) =>
    backupRun(`bru_c${index + 1}`, 'COLD', 9 + index * 24),
  );
  const others = [
    backupRun('bru_safe', 'HOT', 40, { reason: 'SAFETY' }),
    backupRun('bru_failed', 'COLD', 57.2, { state: 'FAILED', nextAttemptAt: ago(56.9) }),
    backupRun('bru_refuted', 'HOT', 100, { state: 'REFUTED' }),
    backupRun('bru_gone', 'HOT', 420, { removedAt: ago(30) }),
  ];
  const moment = ({ takenAt, dueAt }: StagedRun) => takenAt ?? dueAt;
  const runs = [...hot, ...cold, ...others].sort((one, other) =>
    moment(other).localeCompare(moment(one)),
  );
  return {
    isSetUp: true,
    lastDrillAt: ago(5) as string | null,
    isLastDrillNoticed: true as boolean | null,
    isKeeperSound: true,
    places: [
      {
        tier: 'HOT',
        nextAt: ago(-9),
        lastTakenAt: ago(3),
        lastProvenTakenAt: ago(3),
        overdueSince: null as string | null,
      },
      {
        tier: 'COLD',
        nextAt: ago(-15),
        lastTakenAt: ago(9),
        lastProvenTakenAt: ago(9),
        overdueSince: null as string | null,
      },
    ],
    runs,
    restores: [
      restore('rst_old', {
        askedAt: ago(200),
        finishedAt: ago(199.9),
        state: 'DONE',
        reason: 'Proef met de beheerpartij.',
      }),
    ],
  };
}

export type Staged = ReturnType<typeof goodBackups>;

type Answer = { data: unknown } | { code: string };

/** Plays the server where it comes to back-ups; all else is answered by the real one. */
export async function playBackups(
  page: Page,
  staged: Staged,
  answers: Record<string, (variables: Record<string, unknown>) => Answer> = {},
): Promise<void> {
  const all: typeof answers = { Backups: () => ({ data: { backups: staged } }), ...answers };
  await page.route('**/graphql', async (route) => {
    const { query, variables = {} } = route.request().postDataJSON() as {
      query: string;
      variables?: Record<string, unknown>;
    };
    const name = /(?:query|mutation)\s+(\w+)/.exec(query)?.[1] ?? '';
    const answer = all[name]?.(variables);
    if (!answer) return route.fallback();
    if ('data' in answer) return route.fulfill({ json: answer });
    const errors = [{ message: 'no', extensions: { code: answer.code } }];
    return route.fulfill({ json: { data: null, errors } });
  });
}
