import { Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

import classes from './page.module.css';

export interface SettingsPageProps {
  header: ReactNode;
  /** `SettingsSection`s. */
  children: ReactNode;
}

export function SettingsPage({ header, children }: SettingsPageProps) {
  return (
    <div className={`${classes.page} ${classes.narrow}`}>
      {header}
      <div className={classes.surface}>{children}</div>
    </div>
  );
}

export interface SettingsSectionProps {
  title: string;
  description?: ReactNode;
  children: ReactNode;
}

export function SettingsSection({ title, description, children }: SettingsSectionProps) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div>
        <Title order={2} size="h3" id={id}>
          {title}
        </Title>
        {description && (
          <Text size="sm" c="dimmed" mt={4}>
            {description}
          </Text>
        )}
      </div>
      <div>{children}</div>
    </section>
  );
}
