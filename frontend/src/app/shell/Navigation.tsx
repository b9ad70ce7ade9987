import { AppShell, Group, NavLink, ScrollArea } from '@mantine/core';
import { IconFileExport, IconLayoutDashboard, IconPlus, IconUserCircle } from '@tabler/icons-react';
import { Link, type LinkProps, useMatchRoute } from '@tanstack/react-router';
import { type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';

import { useViewer } from '@/auth/session';
import { LoadingState, TablerIcon } from '@/design';
import { LanguageMenu } from '@/settings/LanguageMenu';
import { ThemeMenu } from '@/settings/ThemeMenu';
import { useChangePreferences } from '@/settings/preferences';

import { useRegisterMenu } from '../registers';
import { useAdminPages } from './admin-pages';
import classes from './AppShell.module.css';

export function Navigation({ onNavigate }: { onNavigate: () => void }) {
  const { t } = useTranslation();
  const changePreferences = useChangePreferences();
  return (
    <AppShell.Navbar className={classes.navbar} p="xs" aria-label={t('shell.navigation')}>
      <AppShell.Section grow component={ScrollArea} type="hover">
        <PageLink
          link={{ to: '/' }}
          isExact
          label={t('menu.dashboard')}
          icon={<IconLayoutDashboard size={20} aria-hidden />}
          onNavigate={onNavigate}
        />
        <Suspense fallback={<LoadingState kind="list" rows={3} />}>
          <RegisterLinks onNavigate={onNavigate} />
        </Suspense>
        <AdminLinks onNavigate={onNavigate} />
      </AppShell.Section>
      <AppShell.Section>
        <PageLink
          link={{ to: '/jobs' }}
          label={t('menu.jobs')}
          icon={<IconFileExport size={20} aria-hidden />}
          onNavigate={onNavigate}
        />
        <PageLink
          link={{ to: '/account' }}
          label={t('menu.account')}
          icon={<IconUserCircle size={20} aria-hidden />}
          onNavigate={onNavigate}
        />
        <Group gap={4} hiddenFrom="sm" mt="xs">
          <LanguageMenu onChange={(language) => void changePreferences({ language })} />
          <ThemeMenu onChange={(theme) => void changePreferences({ theme })} />
        </Group>
      </AppShell.Section>
    </AppShell.Navbar>
  );
}

function RegisterLinks({ onNavigate }: { onNavigate: () => void }) {
  const { t } = useTranslation();
  const registers = useRegisterMenu();
  const { canManageForms } = useViewer();
  return (
    <>
      <div className={classes.group} id="menu-registers">
        {t('menu.registers')}
      </div>
      <div role="group" aria-labelledby="menu-registers">
        {registers.map(({ id, key, name, icon, recordCount }) => (
          <PageLink
            key={id}
            link={{ to: '/registers/$formKey', params: { formKey: key } }}
            label={name}
            icon={<TablerIcon name={icon} />}
            count={recordCount}
            onNavigate={onNavigate}
          />
        ))}
        {canManageForms && (
          <PageLink
            link={{ to: '/registers/new' }}
            label={t('menu.newRegister')}
            icon={<IconPlus size={20} aria-hidden />}
            onNavigate={onNavigate}
          />
        )}
      </div>
    </>
  );
}

/** Only for those who may do something there. */
function AdminLinks({ onNavigate }: { onNavigate: () => void }) {
  const { t } = useTranslation();
  const pages = useAdminPages();
  if (pages.length === 0) return null;
  return (
    <>
      <div className={classes.group} id="menu-admin">
        {t('menu.admin')}
      </div>
      <div role="group" aria-labelledby="menu-admin">
        {pages.map(({ to, label, Icon }) => (
          <PageLink
            key={to}
            link={{ to }}
            label={t(label)}
            icon={<Icon size={20} aria-hidden />}
            onNavigate={onNavigate}
          />
        ))}
      </div>
    </>
  );
}

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

function PageLink({ link, label, icon, count, isExact = false, onNavigate }: PageLinkProps) {
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
