import { useState } from 'react';

import { AppError, type UserErrorLike, useUserErrors } from '@/graphql';
import { useTranslation } from 'react-i18next';

import { PasskeyError } from './passkey';
import { useCountdown } from './use-countdown';

/** Used when the server throttles without saying for how long. */
const DEFAULT_WAIT_SECONDS = 30;

export interface Attempt {
  /** A sentence, null when there is nothing wrong. */
  problem: string | null;
  /** Whether the server told us to wait; `secondsLeft` counts down to 0. */
  isThrottled: boolean;
  secondsLeft: number;
  isPending: boolean;
  /** Runs one attempt. Gives what it returned, or null after a failure that is now shown. */
  run: <T extends { userErrors: UserErrorLike[] }>(send: () => Promise<T>) => Promise<T | null>;
}

/**
 * One step of signing in, or of showing a code again: sending, waiting, and saying what is wrong.
 * `words` are sentences for codes that mean something else here than elsewhere.
 */
export function useAttempt(
  onTicketExpired: () => void = () => undefined,
  words: Readonly<Record<string, string>> = {},
): Attempt {
  const { t } = useTranslation(['errors', 'auth']);
  const { sentence } = useUserErrors();
  const countdown = useCountdown();
  const [problem, setProblem] = useState<string | null>(null);
  const [isThrottled, setThrottled] = useState(false);
  const [isPending, setPending] = useState(false);

  const fail = (error: unknown): void => {
    if (error instanceof AppError && error.code === 'THROTTLED') {
      setThrottled(true);
      countdown.start(error.details.retryAfterSeconds ?? DEFAULT_WAIT_SECONDS);
    } else if (error instanceof PasskeyError) {
      setProblem(t(`auth:passkey.problem.${error.problem}`));
    } else {
      const code = error instanceof AppError ? error.code : 'INTERNAL';
      setProblem(t(`app.${code}.detail`));
    }
  };

  return {
    problem,
    isThrottled,
    secondsLeft: countdown.seconds,
    isPending,
    run: async (send) => {
      setProblem(null);
      setThrottled(false);
      setPending(true);
      try {
        const payload = await send();
        const [error] = payload.userErrors;
        if (!error) return payload;
        if (error.code === 'TICKET_EXPIRED') onTicketExpired();
        else setProblem(words[error.code] ?? sentence(error));
      } catch (error) {
        fail(error);
      } finally {
        setPending(false);
      }
      return null;
    },
  };
}
