import { Group, Text } from '@mantine/core';

/** The mark alone: a hallmark shield with a W struck in it. */
export function LogoMark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false">
      <path
        fill="var(--mantine-primary-color-filled)"
        d="M16 2 27.5 6v9.4c0 6.9-4.6 12-11.5 14.6C9.1 27.4 4.5 22.3 4.5 15.4V6z"
      />
      <path
        fill="none"
        stroke="#fff"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
        d="m9.8 11.6 3 9 3.2-7.8 3.2 7.8 3-9"
      />
    </svg>
  );
}

export function Logo({ size = 28 }: { size?: number }) {
  return (
    <Group gap={10} wrap="nowrap">
      <LogoMark size={size} />
      <Text component="span" fw={680} fz={size * 0.64} lh={1} style={{ letterSpacing: '-0.01em' }}>
        Waarborg
      </Text>
    </Group>
  );
}
