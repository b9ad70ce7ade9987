import { useInterval } from '@mantine/hooks';
import { useState } from 'react';

import { useAsOf } from '@/looking-back/as-of';
import { endOfDutchDay } from '@/looking-back/dutch-day';

const MINUTE = 60_000;

/** This moment, kept up to date by the minute; or the end of the day that is looked back at. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useInterval(
    () => {
      setNow(new Date());
    },
    MINUTE,
    { autoInvoke: true },
  );
  const day = useAsOf();
  return day === null ? now : endOfDutchDay(day);
}
