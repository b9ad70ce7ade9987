import { createRoute, createRouter } from '@tanstack/react-router';

import { accountRoutes } from '@/account/routes';
import { archiveRoutes } from '@/archive/routes';
import { auditRoutes } from '@/audit/routes';
import { authRoutes } from '@/auth/routes';
import { backupRoutes } from '@/backups/routes';
import { dashboardRoutes } from '@/dashboard/routes';
import { designRoutes } from '@/design/routes';
import { firewallRoutes } from '@/firewall/routes';
import { formRoutes } from '@/forms/routes';
import { jobRoutes } from '@/jobs/routes';
import { outboxRoutes } from '@/outbox/routes';
import { packRoutes } from '@/packs/routes';
import { peopleRoutes } from '@/people/routes';
import { registerRoutes } from '@/registers/routes';
import { riskCriteriaRoutes } from '@/risk-criteria/routes';

import { NotFoundPage } from './NotFoundPage';
import { PagePending } from './PagePending';
import { type RouterContext, authenticatedRoute, rootRoute } from './routes';

/** Inside the layout, so that those signed in keep the menu, and strangers only see the sign-in page. */
const unknownRoute = createRoute({
  getParentRoute: () => authenticatedRoute,
  path: '$',
  component: NotFoundPage,
});

const routeTree = rootRoute.addChildren([
  ...authRoutes,
  ...outboxRoutes,
  ...designRoutes,
  authenticatedRoute.addChildren([
    ...dashboardRoutes,
    ...formRoutes,
    ...registerRoutes,
    ...peopleRoutes,
    ...auditRoutes,
    ...firewallRoutes,
    ...archiveRoutes,
    ...backupRoutes,
    ...riskCriteriaRoutes,
    ...packRoutes,
    ...jobRoutes,
    ...accountRoutes,
    unknownRoute,
  ]),
]);

export const createAppRouter = (context: RouterContext) =>
  createRouter({
    routeTree,
    context,
    defaultPreload: 'intent',
    // The query cache decides how fresh data is.
    defaultPreloadStaleTime: 0,
    defaultPendingComponent: PagePending,
    scrollRestoration: true,
  });

export type AppRouter = ReturnType<typeof createAppRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter;
  }
}
