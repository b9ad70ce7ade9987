import { NavLink } from '@mantine/core';
import { Link, type LinkProps, useMatchRoute } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import classes from './AppShell.module.css';

interface PageLinkProps {
  link: Pick<LinkProps, 'to' | 'params'>;
  label: string;
  icon: ReactNode;
  /** Number of records, shown at the end. */
  count?: number;
  /** Current only on this very page; otherwise also on those below it. */
  isExact?: boolean;
  onNavigate: () => void;
}

/** One line of the menu. */
export function PageLink({ link, label, icon, count, isExact = false, onNavigate }: PageLinkProps) {
  const { t } = useTranslation();
  const matchRoute = useMatchRoute();
  const isActive = matchRoute({ ...link, fuzzy: !isExact }) !== false;
  return (
    <NavLink
      className={classes.link}
      active={isActive}
      aria-current={isActive ? 'page' : undefined}
      label={label}
      leftSection={icon}
      rightSection={
        count !== undefined && (
          <span className={classes.count} title={t('menu.records', { count })}>
            {count}
          </span>
        )
      }
      renderRoot={(props) => <Link {...props} {...link} onClick={onNavigate} />}
    />
  );
}
