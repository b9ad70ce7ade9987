import { describe, expect, it } from 'vitest';

import { AppError } from '@/graphql';
import { stagedAttempt, stagedBackups, stagedRestore, stagedRun } from '@/testing/staged-backups';

import { canBeCancelled, openRestore, pollPause, progressOf } from './under-way';

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

  it('goes on when the server is away for a moment, and ends with the session', () => {
    const open = { restores: [stagedRestore({ state: 'RESTORING' })] };
    expect(pause(open, new AppError('UNAVAILABLE'))).toBe(2_000);
    expect(pause(open, new AppError('UNAUTHENTICATED'))).toBe(false);
  });
});

describe('a restore', () => {
  it('is open until it is over, and can be cancelled until it has begun', () => {
    const states = ['ASKED', 'WAITING', 'RESTORING', 'DONE', 'FAILED', 'CANCELLED'] as const;
    const open = states.filter((state) => openRestore([stagedRestore({ state })]));
    expect(open).toEqual(['ASKED', 'WAITING', 'RESTORING']);
    expect(states.filter(canBeCancelled)).toEqual(['ASKED', 'WAITING']);
  });
});

it('knows how far a back-up is, once it is known how much there is', () => {
  expect(progressOf({ doneBytes: 16, totalBytes: 64 })).toBe(25);
  expect(progressOf({ doneBytes: 70, totalBytes: 64 })).toBe(100);
  expect(progressOf({ doneBytes: 0, totalBytes: 0 })).toBeNull();
});
