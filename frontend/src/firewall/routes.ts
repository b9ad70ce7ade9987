import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { authenticatedRoute } from '@/app/routes';

const firewallRoute = createRoute({
  getParentRoute: () => authenticatedRoute,
  path: '/firewall',
  component: lazyRouteComponent(() => import('./FirewallPage'), 'FirewallPage'),
});

export const firewallRoutes = [firewallRoute] as const;
