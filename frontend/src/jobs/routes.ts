import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { authenticatedRoute } from '@/app/routes';

const jobsRoute = createRoute({
  getParentRoute: () => authenticatedRoute,
  path: '/jobs',
  component: lazyRouteComponent(() => import('./JobsPage'), 'JobsPage'),
});

export const jobRoutes = [jobsRoute] as const;
