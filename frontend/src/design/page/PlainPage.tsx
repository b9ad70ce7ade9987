import type { ReactNode } from 'react';

import classes from './page.module.css';

export interface PlainPageProps {
  header: ReactNode;
  children: ReactNode;
}

/** Text and panels, as wide as reads well. */
export function PlainPage({ header, children }: PlainPageProps) {
  return (
    <div className={`${classes.page} ${classes.narrow}`}>
      {header}
      {children}
    </div>
  );
}
