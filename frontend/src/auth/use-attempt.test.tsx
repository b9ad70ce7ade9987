import { act, renderHook } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';

import { AppError } from '@/graphql';

import { PasskeyError } from './passkey';
import { useAttempt } from './use-attempt';

const refusedWith = (code: string) => () =>
  Promise.resolve({ userErrors: [{ code, path: ['code'], params: {} }] });

async function problemAfter(
  send: () => Promise<{ userErrors: { code: string; path: string[]; params: object }[] }>,
  words: Record<string, string> = {},
) {
  const { result } = renderHook(() => useAttempt(undefined, words));
  await act(async () => {
    await result.current.run(send as never);
  });
  return result.current;
}

describe('one attempt', () => {
  it('says what the server refused', async () => {
    const { problem } = await problemAfter(refusedWith('INVALID_CODE'));
    expect(problem).toContain('Wacht op de volgende code');
  });

  it('says it in words of its own where the code means something else', async () => {
    const words = { INVALID_CODE: 'Deze herstelcode klopt niet.' };
    const { problem } = await problemAfter(refusedWith('INVALID_CODE'), words);
    expect(problem).toBe('Deze herstelcode klopt niet.');
  });

  it('says why a passkey did not answer', async () => {
    const { problem } = await problemAfter(() => Promise.reject(new PasskeyError('cancelled')));
    expect(problem).toContain('De passkey is niet gebruikt');
  });

  it('counts down when it has to wait', async () => {
    const waiting = new AppError('THROTTLED', { retryAfterSeconds: 12 });
    const attempt = await problemAfter(() => Promise.reject(waiting));
    expect(attempt).toMatchObject({ isThrottled: true, secondsLeft: 12, problem: null });
  });

  it('tells who has to begin anew that the ticket is too old', async () => {
    const onTicketExpired = vi.fn();
    const { result } = renderHook(() => useAttempt(onTicketExpired));
    await act(async () => {
      await result.current.run(refusedWith('TICKET_EXPIRED'));
    });
    expect(onTicketExpired).toHaveBeenCalledOnce();
    expect(result.current.problem).toBeNull();
  });
});
