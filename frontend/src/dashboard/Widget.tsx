import { Group, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

import classes from './DashboardPage.module.css';

export interface WidgetProps {
  title: string;
  /** Beside the title: a choice of what is shown. */
  controls?: ReactNode;
  className?: string | undefined;
  children: ReactNode;
}

export function Widget({ title, controls, className, children }: WidgetProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={`${classes.widget} ${className ?? ''}`}>
      <Group justify="space-between" mb="md" gap="sm">
        <Title order={2} id={id}>
          {title}
        </Title>
        {controls}
      </Group>
      {children}
    </section>
  );
}
