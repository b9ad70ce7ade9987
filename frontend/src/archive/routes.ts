import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { authenticatedRoute } from '@/app/routes';

const archiveRoute = createRoute({
  getParentRoute: () => authenticatedRoute,
  path: '/archive',
  component: lazyRouteComponent(() => import('./ArchivePage'), 'ArchivePage'),
});

export const archiveRoutes = [archiveRoute] as const;
