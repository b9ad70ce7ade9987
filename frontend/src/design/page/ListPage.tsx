import type { ReactNode } from 'react';

import classes from './page.module.css';

export interface ListPageProps {
  header: ReactNode;
  /** Search, filters, columns. */
  toolbar?: ReactNode;
  /** Number of results, paging. */
  footer?: ReactNode;
  children: ReactNode;
}

/** A list with its filters, as wide as the screen allows. */
export function ListPage({ header, toolbar, footer, children }: ListPageProps) {
  return (
    <div className={classes.page} data-paper="landscape">
      {header}
      {toolbar && <div className={classes.toolbar}>{toolbar}</div>}
      <div className={classes.surface}>{children}</div>
      {footer}
    </div>
  );
}
