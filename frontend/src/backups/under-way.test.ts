import { describe, expect, it } from 'vitest';

import { AppError } from '@/graphql';
import {
  stagedAttempt,
  stagedBackups,
  stagedPlace,
  stagedRestore,
  stagedRun,
} from '@/testing/staged-backups';

import { canBeCancelled, currentLook, pollPause, progressOf, restoreUnderWay } from './under-way';

const NOW = new Date('2026-11-27T12:00:00Z');
const pause = (changes: Parameters<typeof stagedBackups>[0], error: Error | null = null) =>
  pollPause(stagedBackups(changes), error, NOW);

describe('looking again', () => {
  it('is left alone while nothing is under way', () => {
    expect(pollPause(undefined, null, NOW)).toBe(false);
    expect(pause({})).toBe(false);
    expect(pause({ runs: [stagedAttempt({ state: 'FAILED' })] })).toBe(false);
    expect(pause({ restores: [stagedRestore({ state: 'DONE' })] })).toBe(false);
  });

  it('is often while a back-up is read or the environment is put back', () => {
    const often = pause({ runs: [stagedRun(), stagedAttempt({ state: 'RUNNING' })] });
    expect(often).toBe(2_000);
    expect(pause({ restores: [stagedRestore({ state: 'WAITING' })] })).toBe(often);
    expect(pause({ runs: [stagedAttempt({ state: 'ASKED' })] })).toBeGreaterThan(Number(often));
  });

  it('waits for the proof of a new one, and not for ever', () => {
    const made = (finishedAt: string) => ({ runs: [stagedRun({ state: 'MADE', finishedAt })] });
    expect(pause(made('2026-11-27T11:50:00Z'))).toBe(10_000);
    expect(pause(made('2026-11-27T11:44:00Z'))).toBe(false);
  });

  it('waits for the very first, until they are there and proven', () => {
    const none = stagedPlace({ lastTakenAt: null, lastProvenTakenAt: null });
    expect(pause({ places: [none, none], runs: [] })).toBe(10_000);
    expect(pause({ places: [stagedPlace(), none] })).toBe(10_000);
    expect(pause({ places: [], runs: [], isSetUp: false })).toBe(false);
  });

  it('is often while a back-up is fetched to be looked into, and seldom once it is open', () => {
    const look = (state: 'WAITING' | 'OPEN' | 'DONE') =>
      pause({ restores: [stagedRestore({ purpose: 'LOOK', state })] });
    expect([look('WAITING'), look('OPEN'), look('DONE')]).toEqual([2_000, 60_000, false]);
  });

  it('goes on when the server is away for a moment, and ends with the session', () => {
    const open = { restores: [stagedRestore({ state: 'RESTORING' })] };
    expect(pause(open, new AppError('UNAVAILABLE'))).toBe(2_000);
    expect(pause(open, new AppError('UNAUTHENTICATED'))).toBe(false);
  });
});

describe('a restore', () => {
  const states = ['ASKED', 'WAITING', 'RESTORING', 'OPEN', 'DONE', 'FAILED', 'CANCELLED'] as const;

  it('is under way until it is over, and can be cancelled until it has begun', () => {
    const underWay = states.filter((state) => restoreUnderWay([stagedRestore({ state })]));
    expect(underWay).toEqual(['ASKED', 'WAITING', 'RESTORING']);
    expect(states.filter(canBeCancelled)).toEqual(['ASKED', 'WAITING']);
  });

  it('is not a look, and a look is none', () => {
    const looks = states.map((state) => stagedRestore({ purpose: 'LOOK', state }));
    expect(restoreUnderWay(looks)).toBeUndefined();
    expect(looks.filter((look) => currentLook([look])).map(({ state }) => state)).toEqual([
      'ASKED',
      'WAITING',
      'RESTORING',
      'OPEN',
    ]);
    expect(currentLook(states.map((state) => stagedRestore({ state })))).toBeUndefined();
  });
});

it('knows how far a back-up is, once it is known how much there is', () => {
  expect(progressOf({ doneBytes: 16, totalBytes: 64 })).toBe(25);
  expect(progressOf({ doneBytes: 70, totalBytes: 64 })).toBe(100);
  expect(progressOf({ doneBytes: 0, totalBytes: 0 })).toBeNull();
});
