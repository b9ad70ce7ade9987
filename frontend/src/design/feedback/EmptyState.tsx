import { Center, Stack, Text, ThemeIcon } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { PageTitle } from '../page/PageTitle';

export interface EmptyStateProps {
  icon?: ReactNode;
  title: string;
  description?: ReactNode;
  /** The way on: a button or a link. */
  action?: ReactNode;
  /** It is all there is on the page: the title becomes its heading and the browser tab's name. */
  isPage?: boolean;
}

/** Nothing here yet, and what to do about it. */
export function EmptyState(props: EmptyStateProps) {
  const { icon, title, description, action, isPage = false } = props;
  return (
    <Center py={56} px="md">
      <Stack align="center" gap="xs" maw="30rem" ta="center">
        <ThemeIcon variant="light" size={48} radius="xl" aria-hidden>
          {icon ?? <IconInbox size={24} />}
        </ThemeIcon>
        {isPage ? <PageTitle>{title}</PageTitle> : <Text fw={600}>{title}</Text>}
        {description && (
          <Text component="div" c="dimmed" size="sm">
            {description}
          </Text>
        )}
        {action}
      </Stack>
    </Center>
  );
}
