import { Tooltip } from '@mantine/core';
import { useInterval } from '@mantine/hooks';
import { useState } from 'react';

import { useLanguage } from '@/i18n';
import { formatDateTime, formatRelativeTime } from '@/i18n/formats';

const MINUTE = 60_000;

/** `3 uur geleden`, kept up to date; the exact time on hover or focus. */
export function RelativeTime({ value }: { value: string }) {
  const language = useLanguage();
  const [now, setNow] = useState(() => new Date());
  useInterval(
    () => {
      setNow(new Date());
    },
    MINUTE,
    { autoInvoke: true },
  );
  return (
    <Tooltip label={formatDateTime(value, language)}>
      <time dateTime={value}>{formatRelativeTime(value, now, language)}</time>
    </Tooltip>
  );
}
