import { useInterval } from '@mantine/hooks';
import { useState } from 'react';

import { endOfDutchDay } from '@/looking-back/dutch-day';
import { useLookedAt } from '@/looking-back/looked-at';

const MINUTE = 60_000;

/** This moment, kept up to date by the minute; or the moment that is looked at. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useInterval(
    () => {
      setNow(new Date());
    },
    MINUTE,
    { autoInvoke: true },
  );
  const looked = useLookedAt();
  if (looked === null) return now;
  return looked.kind === 'day' ? endOfDutchDay(looked.day) : new Date(looked.takenAt);
}
