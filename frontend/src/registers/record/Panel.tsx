import { Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

import classes from './Panel.module.css';

interface PanelProps {
  title: string | null;
  /** A paragraph under the heading. */
  description?: string;
  children: ReactNode;
}

/** A block of the record page with its heading. */
export function Panel({ title, description, children }: PanelProps) {
  const id = useId();
  return (
    <section className={classes.panel} aria-labelledby={title === null ? undefined : id}>
      {title !== null && (
        <div className={classes.title}>
          <Title order={2} size="h3" id={id}>
            {title}
          </Title>
          {description && (
            <Text fz="sm" c="dimmed" maw="72ch" style={{ whiteSpace: 'pre-line' }}>
              {description}
            </Text>
          )}
        </div>
      )}
      {children}
    </section>
  );
}
