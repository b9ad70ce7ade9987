import type { ComponentType } from 'react';

import { toneOf } from './tone';
import classes from './tone.module.css';

export interface IconBadgeProps {
  Icon: ComponentType<{ size: number; stroke: number; 'aria-hidden': true }>;
  label: string;
  colour: string;
}

/** Words with an icon that says the same as the colour. */
export function IconBadge({ Icon, label, colour }: IconBadgeProps) {
  return (
    <span className={`${classes.tone} ${classes.badge}`} data-tone={toneOf(colour)}>
      <Icon size={14} stroke={2.25} aria-hidden />
      <span className={classes.badgeText}>{label}</span>
    </span>
  );
}
