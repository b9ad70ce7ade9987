import { expect, it } from 'vitest';

import { isFinished, pollPause } from './job';

it('looks after half a second first and never waits longer than two', () => {
  expect(pollPause(0)).toBe(500);
  expect(pollPause(3)).toBeGreaterThan(pollPause(2));
  expect(pollPause(100)).toBe(2000);
});

it('counts waiting and running jobs as unfinished', () => {
  expect(
    (['QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED'] as const).map(isFinished),
  ).toEqual([false, false, true, true, true]);
});
