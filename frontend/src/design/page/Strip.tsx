import type { ReactNode } from 'react';

import classes from './page.module.css';

export interface StripProps {
  /** What it tells of, for those who hear it. */
  label: string;
  /** Before the words. */
  icon?: ReactNode;
  /** Behind them. */
  actions?: ReactNode;
  isWrong?: boolean;
  children: ReactNode;
}

/** Above a list: how something stands, in a few words, and what can be done about it. */
export function Strip({ label, icon, actions, isWrong = false, children }: StripProps) {
  return (
    <section className={classes.strip} aria-label={label} data-wrong={isWrong}>
      {icon}
      <div className={classes.stripWords}>{children}</div>
      {actions}
    </section>
  );
}
