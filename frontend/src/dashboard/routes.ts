import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { authenticatedRoute } from '@/app/routes';

const dashboardRoute = createRoute({
  getParentRoute: () => authenticatedRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./DashboardPage'), 'DashboardPage'),
});

export const dashboardRoutes = [dashboardRoute] as const;
