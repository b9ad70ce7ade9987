import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';

import { authenticatedRoute } from '@/app/routes';

const profileRoute = createRoute({
  getParentRoute: () => authenticatedRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('./ProfilePage'), 'ProfilePage'),
});

const securityRoute = createRoute({
  getParentRoute: () => authenticatedRoute,
  path: '/account/security',
  component: lazyRouteComponent(() => import('./SecurityPage'), 'SecurityPage'),
});

const apiTokensRoute = createRoute({
  getParentRoute: () => authenticatedRoute,
  path: '/account/api-tokens',
  validateSearch: (search: Record<string, unknown>): { of?: 'everybody' | undefined } => ({
    of: search.of === 'everybody' ? 'everybody' : undefined,
  }),
  component: lazyRouteComponent(() => import('./ApiTokensPage'), 'ApiTokensPage'),
});

/** Where the profile was before; people have it among their bookmarks. */
const formerRoute = createRoute({
  getParentRoute: () => authenticatedRoute,
  path: '/settings',
  beforeLoad: () => {
    throw redirect({ to: '/account', replace: true });
  },
});

export const accountRoutes = [profileRoute, securityRoute, apiTokensRoute, formerRoute] as const;
