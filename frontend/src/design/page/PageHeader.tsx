import { Anchor, Breadcrumbs, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { HelpButton } from '../text/HelpButton';
import { PageTitle } from './PageTitle';

export interface Breadcrumb {
  label: string;
  link: LinkProps;
}

export interface PageHeaderProps {
  /** The page's only `h1`, and the title of the browser tab. */
  title: string;
  description?: ReactNode;
  /** What this page is for, behind a question mark. */
  help?: string;
  breadcrumbs?: readonly Breadcrumb[];
  /** Beside the title: status, level. */
  badges?: ReactNode;
  actions?: ReactNode;
}

export function PageHeader(props: PageHeaderProps) {
  const { title, description, help, breadcrumbs, badges, actions } = props;
  return (
    <Stack component="header" gap={4} mb="lg">
      {breadcrumbs && breadcrumbs.length > 0 && <Trail breadcrumbs={breadcrumbs} />}
      <Group justify="space-between" align="flex-start" gap="sm">
        <Group gap="xs" align="center" style={{ flex: '1 1 18rem' }}>
          <PageTitle>{title}</PageTitle>
          {help && <HelpButton about={title} text={help} />}
          {badges}
        </Group>
        {actions && (
          <Group gap="xs" data-no-print>
            {actions}
          </Group>
        )}
      </Group>
      {description && (
        <Text component="div" c="dimmed" maw="72ch">
          {description}
        </Text>
      )}
    </Stack>
  );
}

function Trail({ breadcrumbs }: { breadcrumbs: readonly Breadcrumb[] }) {
  const { t } = useTranslation('design');
  return (
    <nav aria-label={t('breadcrumbs')} data-no-print>
      <Breadcrumbs separatorMargin={6} fz="sm">
        {breadcrumbs.map(({ label, link }) => (
          // Mantine's own is too low to hit (WCAG 2.5.8).
          <Anchor
            key={label}
            size="sm"
            lh="1.5rem"
            renderRoot={(props) => <Link {...props} {...link} />}
          >
            {label}
          </Anchor>
        ))}
      </Breadcrumbs>
    </nav>
  );
}
