import { AppShell as MantineAppShell, useMantineColorScheme } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { useRouterState } from '@tanstack/react-router';
import { Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { StepUpDialog } from '@/auth/StepUpDialog';
import { useViewer } from '@/auth/session';
import { PastBanner } from '@/looking-back/PastBanner';
import { ShownPage } from '@/looking-back/ShownPage';
import { nameOf, useLookedAt } from '@/looking-back/looked-at';
import { chosenTheme } from '@/settings/preferences';

import { PagePending } from '../PagePending';
import { AccessEndNotice } from './AccessEndNotice';
import classes from './AppShell.module.css';
import { globalSearch } from './global-search-store';
import { GlobalSearch } from './GlobalSearch';
import { Navigation } from './Navigation';
import { TopBar } from './TopBar';

const HEADER_HEIGHT = 56;
const NAVBAR_WIDTH = 256;

/** Everything around a page for those signed in. */
export function AppShell() {
  const { t } = useTranslation();
  const [isMenuOpen, menu] = useDisclosure(false);
  useChosenTheme();
  useHotkeys([['Escape', menu.close]]);
  useHotkeys([['mod+K', globalSearch.toggle]], []);
  const content = useFocusOnNavigation();
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  // What shows registers begins anew when another time is looked at.
  const time = nameOf(useLookedAt());

  return (
    <>
      <a href="#content" className={classes.skip} data-no-print>
        {t('shell.skip')}
      </a>
      <MantineAppShell
        header={{ height: HEADER_HEIGHT }}
        navbar={{ width: NAVBAR_WIDTH, breakpoint: 'md', collapsed: { mobile: !isMenuOpen } }}
      >
        <TopBar isMenuOpen={isMenuOpen} onToggleMenu={menu.toggle} />
        <Navigation key={time} onNavigate={menu.close} />
        <MantineAppShell.Main id="content" ref={content} tabIndex={-1} className={classes.main}>
          <PastBanner />
          <AccessEndNotice />
          <Suspense key={`${time} ${pathname}`} fallback={<PagePending />}>
            <ShownPage />
          </Suspense>
        </MantineAppShell.Main>
      </MantineAppShell>
      <Suspense key={`search ${time}`}>
        <GlobalSearch />
      </Suspense>
      <StepUpDialog />
    </>
  );
}

/** The account's theme goes before what this device remembers. */
function useChosenTheme(): void {
  const theme = chosenTheme(useViewer());
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => {
    if (theme) setColorScheme(theme);
  }, [theme, setColorScheme]);
}

/** Moves focus to the new page, as a browser does by itself when a page is loaded. */
function useFocusOnNavigation() {
  const content = useRef<HTMLElement>(null);
  // Nothing until it is there: after signing in the last one shown is the page for that.
  const pathname = useRouterState({
    select: ({ location, resolvedLocation }) =>
      resolvedLocation?.pathname === location.pathname ? location.pathname : undefined,
  });
  const shown = useRef<string>(undefined);

  useEffect(() => {
    if (pathname === undefined || shown.current === pathname) return;
    const isFirst = shown.current === undefined;
    shown.current = pathname;
    // A page may have put focus in a field of its own.
    if (isFirst || content.current?.contains(document.activeElement)) return;
    content.current?.focus({ preventScroll: true });
  }, [pathname]);

  return content;
}
