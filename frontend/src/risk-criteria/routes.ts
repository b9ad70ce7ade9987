import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { authenticatedRoute } from '@/app/routes';

const riskCriteriaRoute = createRoute({
  getParentRoute: () => authenticatedRoute,
  path: '/settings/risk-criteria',
  component: lazyRouteComponent(() => import('./RiskCriteriaPage'), 'RiskCriteriaPage'),
});

export const riskCriteriaRoutes = [riskCriteriaRoute] as const;
