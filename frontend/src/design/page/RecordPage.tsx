import type { ReactNode } from 'react';

import classes from './page.module.css';

export interface RecordPageProps {
  header: ReactNode;
  /** What is said about the record: status, references, history. Below on small screens. */
  aside?: ReactNode;
  children: ReactNode;
}

export function RecordPage({ header, aside, children }: RecordPageProps) {
  return (
    <div className={classes.page}>
      {header}
      <div className={classes.record} data-aside={aside !== undefined}>
        <div>{children}</div>
        {aside && <aside>{aside}</aside>}
      </div>
    </div>
  );
}
