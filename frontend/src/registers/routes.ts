import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { authenticatedRoute } from '@/app/routes';

import { parseListSearch } from './list/list-state';

const registerRoute = createRoute({
  getParentRoute: () => authenticatedRoute,
  path: '/registers/$formKey',
  validateSearch: parseListSearch,
  component: lazyRouteComponent(() => import('./list/RegisterListPage'), 'RegisterListPage'),
});

const newRecordRoute = createRoute({
  getParentRoute: () => authenticatedRoute,
  path: '/registers/$formKey/new',
  // `risks.12`: the record that the new one belongs to.
  validateSearch: ({ source }: Record<string, unknown>): { source?: string } =>
    typeof source === 'string' ? { source } : {},
  component: lazyRouteComponent(() => import('./edit/NewRecordPage'), 'NewRecordPage'),
});

const recordRoute = createRoute({
  getParentRoute: () => authenticatedRoute,
  path: '/registers/$formKey/$number',
  component: lazyRouteComponent(() => import('./record/RecordDetailPage'), 'RecordDetailPage'),
});

const editRecordRoute = createRoute({
  getParentRoute: () => authenticatedRoute,
  path: '/registers/$formKey/$number/edit',
  component: lazyRouteComponent(() => import('./edit/EditRecordPage'), 'EditRecordPage'),
});

const importRoute = createRoute({
  getParentRoute: () => authenticatedRoute,
  path: '/registers/$formKey/import',
  component: lazyRouteComponent(() => import('@/importing/ImportPage'), 'ImportPage'),
});

const registerAccessRoute = createRoute({
  getParentRoute: () => authenticatedRoute,
  path: '/registers/$formKey/access',
  component: lazyRouteComponent(() => import('./access/RegisterAccessPage'), 'RegisterAccessPage'),
});

const registerChartsRoute = createRoute({
  getParentRoute: () => authenticatedRoute,
  path: '/registers/$formKey/charts',
  component: lazyRouteComponent(() => import('./charts/RegisterChartsPage'), 'RegisterChartsPage'),
});

export const registerRoutes = [
  registerRoute,
  registerChartsRoute,
  newRecordRoute,
  importRoute,
  registerAccessRoute,
  recordRoute,
  editRecordRoute,
] as const;
