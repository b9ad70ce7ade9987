import { useInterval } from '@mantine/hooks';
import { useState } from 'react';

const MINUTE = 60_000;

/** This moment, kept up to date by the minute. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useInterval(
    () => {
      setNow(new Date());
    },
    MINUTE,
    { autoInvoke: true },
  );
  return now;
}
