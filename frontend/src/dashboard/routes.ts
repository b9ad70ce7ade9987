import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { authenticatedRoute } from '@/app/routes';

const dashboardRoute = createRoute({
  getParentRoute: () => authenticatedRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./DashboardPage'), 'DashboardPage'),
});

/** The built-in page, also for those who begin with a dashboard of their own. */
const startRoute = createRoute({
  getParentRoute: () => authenticatedRoute,
  path: '/dashboards/start',
  component: lazyRouteComponent(() => import('./StartPage'), 'StartPage'),
});

const newBoardRoute = createRoute({
  getParentRoute: () => authenticatedRoute,
  path: '/dashboards/new',
  component: lazyRouteComponent(() => import('./boards/BoardEditPage'), 'NewBoardPage'),
});

const boardRoute = createRoute({
  getParentRoute: () => authenticatedRoute,
  path: '/dashboards/$id',
  component: lazyRouteComponent(() => import('./boards/BoardPage'), 'BoardPage'),
});

const editBoardRoute = createRoute({
  getParentRoute: () => authenticatedRoute,
  path: '/dashboards/$id/edit',
  component: lazyRouteComponent(() => import('./boards/BoardEditPage'), 'BoardEditPage'),
});

export const dashboardRoutes = [
  dashboardRoute,
  startRoute,
  newBoardRoute,
  boardRoute,
  editBoardRoute,
] as const;
