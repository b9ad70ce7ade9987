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

export const formRoutes = [newRegisterRoute, designRoute] as const;
