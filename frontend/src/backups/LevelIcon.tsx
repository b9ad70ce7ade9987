import { ThemeIcon } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';

import type { Level } from './health';

const LOOKS = {
  fine: { Icon: IconCircleCheck, colour: 'green' },
  attention: { Icon: IconInfoCircle, colour: 'orange' },
  wrong: { Icon: IconAlertTriangle, colour: 'red' },
} as const satisfies Record<Level, unknown>;

/** A sign beside words that say the same. */
export function LevelIcon({ level }: { level: Level }) {
  const { Icon, colour } = LOOKS[level];
  return (
    <ThemeIcon size={40} radius="xl" variant="light" color={colour} aria-hidden>
      <Icon size={22} />
    </ThemeIcon>
  );
}

export const LEVEL_LOOKS = LOOKS;
