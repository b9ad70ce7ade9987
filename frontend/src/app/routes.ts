import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';

import { sessionQuery } from '@/auth/session';
import { changeLanguage, toLanguage } from '@/i18n';
import { lookAt, lookedAt } from '@/looking-back/looked-at';

import { RouteError } from './RouteError';
import { NotFoundPage } from './NotFoundPage';
import { RootLayout } from './RootLayout';

export interface RouterContext {
  queryClient: QueryClient;
}

export const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: RootLayout,
  notFoundComponent: NotFoundPage,
  errorComponent: RouteError,
});

/**
 * Layout of everything behind sign-in: features hang their routes under it
 * (`getParentRoute: () => authenticatedRoute`) and may rely on a viewer.
 */
export const authenticatedRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'authenticated',
  beforeLoad: async ({ context, location }) => {
    const { viewer } = await context.queryClient.query(sessionQuery());
    if (!viewer) {
      throw redirect({ to: '/sign-in', search: { returnTo: location.href } });
    }
    // Somebody else may have signed in, in the tab of who looked into a back-up.
    if (lookedAt()?.kind === 'backup' && !viewer.canRestoreBackups) lookAt(null);
    // The account's language goes before what this device remembers.
    await changeLanguage(toLanguage(viewer.locale));
  },
  component: lazyRouteComponent(() => import('./shell/AppShell'), 'AppShell'),
  notFoundComponent: NotFoundPage,
  errorComponent: RouteError,
});
