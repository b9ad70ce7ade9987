import { ActionIcon, AppShell, Burger, Group, Kbd, Text, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useEnvironment } from '@/auth/session';
import { Logo, LogoMark } from '@/design';
import { PastButton } from '@/looking-back/PastButton';
import { LanguageMenu } from '@/settings/LanguageMenu';
import { ThemeMenu } from '@/settings/ThemeMenu';
import { useChangePreferences } from '@/settings/preferences';

import classes from './AppShell.module.css';
import { UserMenu } from './UserMenu';
import { globalSearch } from './global-search-store';

export interface TopBarProps {
  isMenuOpen: boolean;
  onToggleMenu: () => void;
}

export function TopBar({ isMenuOpen, onToggleMenu }: TopBarProps) {
  const { t } = useTranslation();
  const environment = useEnvironment();
  const changePreferences = useChangePreferences();
  return (
    <AppShell.Header className={classes.header}>
      <div className={classes.bar}>
        <Burger
          opened={isMenuOpen}
          onClick={onToggleMenu}
          hiddenFrom="md"
          size="sm"
          aria-label={isMenuOpen ? t('shell.closeMenu') : t('shell.openMenu')}
          aria-expanded={isMenuOpen}
        />
        <Link to="/" className={classes.home} aria-label={t('shell.home')}>
          <Group component="span" visibleFrom="sm">
            <Logo size={26} />
          </Group>
          <Group component="span" hiddenFrom="sm">
            <LogoMark size={26} />
          </Group>
        </Link>
        <Text className={classes.environment} size="sm" c="dimmed" title={environment.name}>
          {environment.name}
        </Text>
        <Group gap={4} ml="auto" wrap="nowrap">
          <SearchButton />
          <PastButton />
          <Group gap={4} wrap="nowrap" visibleFrom="sm">
            <LanguageMenu onChange={(language) => void changePreferences({ language })} />
            <ThemeMenu onChange={(theme) => void changePreferences({ theme })} />
          </Group>
          <UserMenu />
        </Group>
      </div>
    </AppShell.Header>
  );
}

/** Looks like a field where there is room, an icon where there is not; opens the search dialog. */
function SearchButton() {
  const { t } = useTranslation();
  return (
    <>
      <UnstyledButton
        className={classes.search}
        visibleFrom="sm"
        mr="xs"
        onClick={globalSearch.open}
      >
        <IconSearch size={16} aria-hidden />
        <span className={classes.searchText}>{t('search.open')}</span>
        <Kbd size="xs" aria-hidden>
          Ctrl K
        </Kbd>
      </UnstyledButton>
      <ActionIcon
        hiddenFrom="sm"
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t('search.open')}
        onClick={globalSearch.open}
      >
        <IconSearch size={20} aria-hidden />
      </ActionIcon>
    </>
  );
}
