import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { authenticatedRoute } from '@/app/routes';

const newRegisterRoute = createRoute({
  getParentRoute: () => authenticatedRoute,
  path: '/registers/new',
  component: lazyRouteComponent(() => import('./NewRegisterPage'), 'NewRegisterPage'),
});

const designRoute = createRoute({
  getParentRoute: () => authenticatedRoute,
  path: '/registers/$formKey/design',
  component: lazyRouteComponent(() => import('./DesignPage'), 'DesignPage'),
});

const revisionsRoute = createRoute({
  getParentRoute: () => authenticatedRoute,
  path: '/registers/$formKey/revisions',
  component: lazyRouteComponent(() => import('./life/RevisionsPage'), 'RevisionsPage'),
});

const registersRoute = createRoute({
  getParentRoute: () => authenticatedRoute,
  path: '/settings/registers',
  component: lazyRouteComponent(() => import('./life/RegistersPage'), 'RegistersPage'),
});

export const formRoutes = [newRegisterRoute, designRoute, revisionsRoute, registersRoute] as const;
