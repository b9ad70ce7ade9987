import { toneOf } from './tone';
import classes from './tone.module.css';

export interface LevelBadgeProps {
  label: string;
  colour: string | null | undefined;
  /** Likelihood x impact, shown before the label. */
  score?: number;
}

/** A risk level, or an option that has a colour. */
export function LevelBadge({ label, colour, score }: LevelBadgeProps) {
  return (
    <span className={`${classes.tone} ${classes.badge}`} data-tone={toneOf(colour)}>
      {score !== undefined && <span className={classes.score}>{score}</span>}
      <span className={classes.badgeText}>{label}</span>
    </span>
  );
}
