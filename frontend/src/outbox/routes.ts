import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { rootRoute } from '@/app/routes';

/** Public: who forgot a password is not signed in. Empty where mails are really sent. */
const outboxRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/outbox',
  validateSearch: (search: Record<string, unknown>): { mail?: string | undefined } => ({
    mail: typeof search.mail === 'string' ? search.mail : undefined,
  }),
  component: lazyRouteComponent(() => import('./OutboxPage'), 'OutboxPage'),
});

export const outboxRoutes = [outboxRoute] as const;
