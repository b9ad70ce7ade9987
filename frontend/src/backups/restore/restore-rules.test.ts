import { describe, expect, it } from 'vitest';

import { stagedAttempt, stagedRun } from '@/testing/staged-backups';

import { MOST_REASON, oneLine } from '../reason';
import {
  failureOf,
  problemsOf,
  restorable,
  shownAtFirst,
  STAGES,
  stageState,
} from './restore-rules';

const ENVIRONMENT = 'Stichting Zorgpunt';
const good = { reason: 'Proef', confirmation: ENVIRONMENT };

describe('a wish', () => {
  it('needs a reason and the name of the environment', () => {
    expect(problemsOf(good, ENVIRONMENT)).toEqual({});
    expect(problemsOf({ ...good, confirmation: ` ${ENVIRONMENT} ` }, ENVIRONMENT)).toEqual({});
    expect(problemsOf({ reason: ' \n', confirmation: 'stichting zorgpunt' }, ENVIRONMENT)).toEqual({
      reason: 'REASON_INVALID',
      confirmation: 'CONFIRMATION_DIFFERS',
    });
  });

  it('has a reason of at most 500 characters, as the server counts them', () => {
    const reason = '🙂'.repeat(MOST_REASON);
    expect(problemsOf({ ...good, reason }, ENVIRONMENT)).toEqual({});
    expect(problemsOf({ ...good, reason: `${reason}x` }, ENVIRONMENT)).toEqual({
      reason: 'REASON_INVALID',
    });
  });

  it('is one line: the server takes no line breaks', () => {
    expect(oneLine('  Alles\n\nis\t weg ')).toBe('Alles is weg');
  });
});

describe('the choice', () => {
  it('is of proven ones that are there, the latest moment first', () => {
    const older = stagedRun({ id: 'bru_2', takenAt: '2026-11-26T09:00:00Z' });
    const gone = stagedRun({ id: 'bru_3', canBeRestored: false });
    const runs = [older, gone, stagedAttempt({ id: 'bru_4', state: 'ASKED' }), stagedRun()];
    expect(restorable(runs).map(({ id }) => id)).toEqual(['bru_1', 'bru_2']);
  });

  it('shows the one that was chosen, however old', () => {
    const runs = restorable(
      Array.from({ length: 20 }, (_, index) =>
        stagedRun({ id: `bru_${index}`, takenAt: new Date(-index).toISOString() }),
      ),
    );
    expect(shownAtFirst(runs, null, 6)).toBe(6);
    expect(shownAtFirst(runs, 'bru_2', 6)).toBe(6);
    expect(shownAtFirst(runs, 'bru_11', 6)).toBe(12);
  });
});

it('knows what is past, what is now and what is still to come', () => {
  const all = (state: Parameters<typeof stageState>[1]) =>
    STAGES.map((stage) => stageState(stage, state));
  expect(all('ASKED')).toEqual(['now', 'future', 'future', 'future']);
  expect(all('RESTORING')).toEqual(['past', 'past', 'now', 'future']);
  expect(all('DONE')).toEqual(['past', 'past', 'past', 'past']);
});

it('has a sentence for every failure, also for one we do not know', () => {
  expect(failureOf('NEWER_VERSION')).toBe('NEWER_VERSION');
  expect(failureOf('TEAPOT')).toBe('INTERNAL');
  expect(failureOf(null)).toBe('INTERNAL');
});
