import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';

import classes from './Rows.module.css';

/** A short list of own things: devices, passkeys, tokens. */
export function Rows({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className={classes.rows} aria-label={label}>
      {children}
    </ul>
  );
}

export interface RowProps {
  icon: ReactNode;
  name: string;
  badges?: ReactNode;
  /** Small print below the name. */
  children?: ReactNode;
  actions?: ReactNode;
}

export function Row({ icon, name, badges, children, actions }: RowProps) {
  return (
    <li className={classes.row}>
      <span className={classes.icon}>{icon}</span>
      <div className={classes.words}>
        <Group gap="xs">
          <Text fz="sm" fw={550} style={{ overflowWrap: 'anywhere' }}>
            {name}
          </Text>
          {badges}
        </Group>
        <Text fz="sm" c="dimmed" component="div">
          {children}
        </Text>
      </div>
      {actions && (
        <Group gap={4} ml="auto" wrap="nowrap">
          {actions}
        </Group>
      )}
    </li>
  );
}
