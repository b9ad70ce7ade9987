import type { ReactNode } from 'react';

import classes from './files.module.css';

/** `FileLine`s and `PendingLine`s. */
export function FileList({ children }: { children: ReactNode }) {
  return <ul className={classes.list}>{children}</ul>;
}
