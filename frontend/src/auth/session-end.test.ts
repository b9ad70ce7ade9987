import { expect, it, vi } from 'vitest';

import { expectSessionEnd, tellSessionEnd } from './session-end';

it('is told to the page that expects it, for as long as that is there', () => {
  expect(tellSessionEnd()).toBe(false);
  const tell = vi.fn();
  const stop = expectSessionEnd(tell);
  expect(tellSessionEnd()).toBe(true);
  expect(tell).toHaveBeenCalledOnce();
  stop();
  expect(tellSessionEnd()).toBe(false);
});

it('is told to the page that is there now, not to the one before', () => {
  const [before, now] = [vi.fn(), vi.fn()];
  const stopBefore = expectSessionEnd(before);
  const stop = expectSessionEnd(now);
  stopBefore();
  expect(tellSessionEnd()).toBe(true);
  expect(before).not.toHaveBeenCalled();
  stop();
});
