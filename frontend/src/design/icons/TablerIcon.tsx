import { Box } from '@mantine/core';
import { Suspense, lazy } from 'react';

const RegisterIcon = lazy(async () => {
  const { fallbackIcon, registerIcons } = await import('./register-icons');
  return {
    default: ({ name, size }: { name: string; size: number }) => {
      const Icon = registerIcons[name] ?? fallbackIcon;
      return <Icon size={size} />;
    },
  };
});

export interface TablerIconProps {
  /** As the server gives it, e.g. `alert-triangle`; a table for a name we do not ship. */
  name: string;
  /** Pixels. */
  size?: number;
}

/** A register's icon. Decorative: the name stands beside it. */
export function TablerIcon({ name, size = 20 }: TablerIconProps) {
  return (
    <Box component="span" aria-hidden display="inline-flex" w={size} h={size}>
      <Suspense>
        <RegisterIcon name={name} size={size} />
      </Suspense>
    </Box>
  );
}
