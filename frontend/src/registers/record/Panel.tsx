import { Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

import classes from './Panel.module.css';

interface PanelProps {
  title: string | null;
  /** A paragraph under the heading. */
  description?: string;
  /** So that something on the page can lead to it. */
  id?: string;
  children: ReactNode;
}

/** A block of the record page with its heading. */
export function Panel({ title, description, id, children }: PanelProps) {
  const headingId = useId();
  return (
    <section
      className={classes.panel}
      aria-labelledby={title === null ? undefined : headingId}
      {...(id !== undefined && { id, tabIndex: -1 })}
    >
      {title !== null && (
        <div className={classes.title}>
          <Title order={2} size="h3" id={headingId}>
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
