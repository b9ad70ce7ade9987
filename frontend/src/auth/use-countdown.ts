import { useEffect, useState } from 'react';

export interface Countdown {
  /** Whole seconds left; 0 when it is over or was never started. */
  seconds: number;
  start: (seconds: number) => void;
}

/** Counts down by the clock, so that a tab which slept shows the right number. */
export function useCountdown(): Countdown {
  const [endsAt, setEndsAt] = useState(0);
  const [seconds, setSeconds] = useState(0);

  useEffect(() => {
    if (endsAt === 0) return undefined;
    const tick = setInterval(() => {
      const left = Math.max(0, Math.ceil((endsAt - Date.now()) / 1000));
      setSeconds(left);
      if (left === 0) clearInterval(tick);
    }, 250);
    return () => {
      clearInterval(tick);
    };
  }, [endsAt]);

  return {
    seconds,
    start: (duration) => {
      setSeconds(duration);
      setEndsAt(Date.now() + duration * 1000);
    },
  };
}
