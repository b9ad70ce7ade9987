import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { useCountdown } from './use-countdown';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a countdown', () => {
  it('goes by the clock and ends at nought', () => {
    const { result } = renderHook(() => useCountdown());
    act(() => {
      result.current.start(3);
    });
    expect(result.current.seconds).toBe(3);
    act(() => {
      vi.advanceTimersByTime(1_250);
    });
    expect(result.current.seconds).toBe(2);
    act(() => {
      vi.advanceTimersByTime(60_000);
    });
    expect(result.current.seconds).toBe(0);
  });
});
