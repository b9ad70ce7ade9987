import { Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

import classes from './Panel.module.css';

interface PanelProps {
  title: string | null;
  children: ReactNode;
}

/** A block of the record page with its heading. */
export function Panel({ title, children }: PanelProps) {
  const id = useId();
  return (
    <section className={classes.panel} aria-labelledby={title === null ? undefined : id}>
      {title !== null && (
        <Title order={2} size="h3" id={id} className={classes.title}>
          {title}
        </Title>
      )}
      {children}
    </section>
  );
}
