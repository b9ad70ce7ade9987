import { Group, Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

import classes from './page.module.css';

export interface ListSectionProps {
  title: string;
  description?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A list below another on the same page, with its own heading. */
export function ListSection({ title, description, actions, children }: ListSectionProps) {
  const id = useId();
  return (
    <section className={classes.listSection} aria-labelledby={id}>
      <Group justify="space-between" align="flex-end" gap="sm" mb="sm">
        <div className={classes.listSectionWords}>
          <Title order={2} id={id}>
            {title}
          </Title>
          {description && (
            <Text component="div" size="sm" c="dimmed" maw="80ch">
              {description}
            </Text>
          )}
        </div>
        {actions && <Group gap="xs">{actions}</Group>}
      </Group>
      <div className={classes.surface}>{children}</div>
    </section>
  );
}
