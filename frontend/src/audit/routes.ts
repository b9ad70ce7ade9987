import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { authenticatedRoute } from '@/app/routes';

import { parseAuditSearch } from './audit-state';

const auditRoute = createRoute({
  getParentRoute: () => authenticatedRoute,
  path: '/audit',
  validateSearch: parseAuditSearch,
  component: lazyRouteComponent(() => import('./AuditPage'), 'AuditPage'),
});

export const auditRoutes = [auditRoute] as const;
