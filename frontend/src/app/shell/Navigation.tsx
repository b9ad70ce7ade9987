import { AppShell, Group, ScrollArea } from '@mantine/core';
import { IconFileExport, IconLayoutDashboard, IconUserCircle } from '@tabler/icons-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';

import { LoadingState } from '@/design';
import { LanguageMenu } from '@/settings/LanguageMenu';
import { ThemeMenu } from '@/settings/ThemeMenu';
import { useChangePreferences } from '@/settings/preferences';

import { useAdminPages } from './admin-pages';
import classes from './AppShell.module.css';
import { PageLink } from './PageLink';
import { RegisterLinks } from './RegisterLinks';

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
