import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { authenticatedRoute } from '@/app/routes';

const newRegisterRoute = createRoute({
  getParentRoute: () => authenticatedRoute,
  path: '/registers/new',
  component: lazyRouteComponent(() => import('./NewRegisterPage'), 'NewRegisterPage'),
});

export const formRoutes = [newRegisterRoute] as const;
