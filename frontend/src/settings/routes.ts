import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { authenticatedRoute } from '@/app/routes';

const settingsRoute = createRoute({
  getParentRoute: () => authenticatedRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('./SettingsPage'), 'SettingsPage'),
});

export const settingsRoutes = [settingsRoute] as const;
