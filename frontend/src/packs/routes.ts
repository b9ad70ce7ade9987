import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { authenticatedRoute } from '@/app/routes';

const packsRoute = createRoute({
  getParentRoute: () => authenticatedRoute,
  path: '/settings/packs',
  component: lazyRouteComponent(() => import('./PacksPage'), 'PacksPage'),
});

const upgradeRoute = createRoute({
  getParentRoute: () => authenticatedRoute,
  path: '/settings/packs/$packKey',
  component: lazyRouteComponent(() => import('./UpgradePage'), 'UpgradePage'),
});

export const packRoutes = [packsRoute, upgradeRoute] as const;
