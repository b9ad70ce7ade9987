import { IconCircle, IconCircleCheckFilled, IconCircleHalf2 } from '@tabler/icons-react';

import type { StatusKind } from '@/graphql';

import { toneOf } from './tone';
import classes from './tone.module.css';

/** The shape says how far along it is, also to those who do not see the colour. */
const ICONS = {
  OPEN: IconCircle,
  ACTIVE: IconCircleHalf2,
  DONE: IconCircleCheckFilled,
} satisfies Record<StatusKind, unknown>;

export interface StatusBadgeProps {
  label: string;
  colour: string;
  kind: StatusKind;
}

export function StatusBadge({ label, colour, kind }: StatusBadgeProps) {
  const Icon = ICONS[kind];
  return (
    <span className={`${classes.tone} ${classes.badge}`} data-tone={toneOf(colour)}>
      <Icon size={14} stroke={2.25} aria-hidden style={{ flexShrink: 0 }} />
      <span className={classes.badgeText}>{label}</span>
    </span>
  );
}
