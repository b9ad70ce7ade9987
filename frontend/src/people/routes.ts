import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { authenticatedRoute } from '@/app/routes';

import { parsePeopleSearch } from './people-state';

const peopleRoute = createRoute({
  getParentRoute: () => authenticatedRoute,
  path: '/people',
  validateSearch: parsePeopleSearch,
  component: lazyRouteComponent(() => import('./PeoplePage'), 'PeoplePage'),
});

const inviteRoute = createRoute({
  getParentRoute: () => authenticatedRoute,
  path: '/people/invite',
  component: lazyRouteComponent(() => import('./InvitePage'), 'InvitePage'),
});

const importUsersRoute = createRoute({
  getParentRoute: () => authenticatedRoute,
  path: '/people/import',
  component: lazyRouteComponent(() => import('./bulk/ImportUsersPage'), 'ImportUsersPage'),
});

const groupsRoute = createRoute({
  getParentRoute: () => authenticatedRoute,
  path: '/people/groups',
  component: lazyRouteComponent(() => import('./groups/GroupsPage'), 'GroupsPage'),
});

const grantRoute = createRoute({
  getParentRoute: () => authenticatedRoute,
  path: '/people/consultants/new',
  component: lazyRouteComponent(() => import('./consultants/GrantPage'), 'GrantPage'),
});

const personRoute = createRoute({
  getParentRoute: () => authenticatedRoute,
  path: '/people/$id',
  component: lazyRouteComponent(() => import('./PersonPage'), 'PersonPage'),
});

export const peopleRoutes = [
  peopleRoute,
  inviteRoute,
  importUsersRoute,
  groupsRoute,
  grantRoute,
  personRoute,
] as const;
