import { act, renderHook } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { AppError } from './app-error';
import { answerStepUp, useIsAskingForCode, withStepUp } from './step-up';

const refusal = () => new AppError('STEP_UP_REQUIRED');

afterEach(() => {
  answerStepUp(false);
});

/** What the dialog does: it looks whether a code is asked for. */
const dialog = () => renderHook(() => useIsAskingForCode()).result;

describe('a sensitive action', () => {
  it('goes through at once when a code was shown just before', async () => {
    const isAsking = dialog();
    await expect(withStepUp(() => Promise.resolve('done'))).resolves.toBe('done');
    expect(isAsking.current).toBe(false);
  });

  it('waits for a code and is then sent once more', async () => {
    const isAsking = dialog();
    const send = vi.fn().mockRejectedValueOnce(refusal()).mockResolvedValue('done');
    const outcome = withStepUp(send);
    await vi.waitFor(() => {
      expect(isAsking.current).toBe(true);
    });
    act(() => {
      answerStepUp(true);
    });
    await expect(outcome).resolves.toBe('done');
    expect(send).toHaveBeenCalledTimes(2);
    expect(isAsking.current).toBe(false);
  });

  it('is not sent again when the user gives up', async () => {
    const isAsking = dialog();
    const send = vi.fn().mockRejectedValue(refusal());
    const outcome = expect(withStepUp(send)).rejects.toMatchObject({ code: 'STEP_UP_REQUIRED' });
    await vi.waitFor(() => {
      expect(isAsking.current).toBe(true);
    });
    act(() => {
      answerStepUp(false);
    });
    await outcome;
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('is not asked about for ever when the server refuses the code’s session again', async () => {
    dialog();
    const send = vi.fn().mockRejectedValue(refusal());
    const outcome = expect(withStepUp(send)).rejects.toMatchObject({ code: 'STEP_UP_REQUIRED' });
    await vi.waitFor(() => {
      expect(send).toHaveBeenCalledTimes(1);
    });
    await act(async () => {
      await Promise.resolve();
      answerStepUp(true);
    });
    await outcome;
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('shares one question with others that are refused meanwhile', async () => {
    const isAsking = dialog();
    const first = vi.fn().mockRejectedValueOnce(refusal()).mockResolvedValue(1);
    const second = vi.fn().mockRejectedValueOnce(refusal()).mockResolvedValue(2);
    const outcomes = Promise.all([withStepUp(first), withStepUp(second)]);
    await vi.waitFor(() => {
      expect(isAsking.current).toBe(true);
    });
    act(() => {
      answerStepUp(true);
    });
    await expect(outcomes).resolves.toEqual([1, 2]);
  });

  it('fails as it did when it failed for another reason', async () => {
    dialog();
    const send = () => Promise.reject(new AppError('FORBIDDEN'));
    await expect(withStepUp(send)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
