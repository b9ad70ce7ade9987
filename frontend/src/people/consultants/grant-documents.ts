import { infiniteQueryOptions } from '@tanstack/react-query';

import {
  type AccessGrantsQuery,
  type AccessVisitsQuery,
  documentQuery,
  graphql,
  request,
} from '@/graphql';

graphql(`
  fragment GrantParts on AccessGrant {
    id
    kind
    user {
      id
      displayName
      username
    }
    account {
      id
      email
      status
      hasSecondFactor
      hasPasskey
    }
    organisation
    reason
    role
    forms {
      id
      key
      name
    }
    startsAt
    endsOn
    grantedBy {
      id
      displayName
    }
    withdrawnAt
    withdrawnBy {
      id
      displayName
    }
    isInForce
    lastVisitAt
    visitCount
    version
  }
`);

const AccessGrantsDocument = graphql(`
  query AccessGrants {
    accessGrants {
      ...GrantParts
    }
  }
`);

const AccessVisitsDocument = graphql(`
  query AccessVisits($after: String) {
    accessVisits(first: 10, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        kind
        name
        action
        at
        address
      }
    }
  }
`);

export const GrantConsultantAccessDocument = graphql(`
  mutation GrantConsultantAccess($input: GrantConsultantAccessInput!) {
    grantConsultantAccess(input: $input) {
      grant {
        ...GrantParts
      }
      userErrors {
        code
        path
        params
      }
    }
  }
`);

export const ChangeAccessGrantDocument = graphql(`
  mutation ChangeAccessGrant($input: ChangeAccessGrantInput!) {
    changeAccessGrant(input: $input) {
      grant {
        ...GrantParts
      }
      userErrors {
        code
        path
        params
      }
    }
  }
`);

export const WithdrawAccessDocument = graphql(`
  mutation WithdrawAccess($input: WithdrawAccessInput!) {
    withdrawAccess(input: $input) {
      grant {
        ...GrantParts
      }
      userErrors {
        code
        path
        params
      }
    }
  }
`);

export type Grant = AccessGrantsQuery['accessGrants'][number];
export type Visit = AccessVisitsQuery['accessVisits']['nodes'][number];

/** Consultants and the operator: who has, had or will have access. */
export const grantsQuery = () => documentQuery(AccessGrantsDocument);

/** What they did here, newest first. */
export const visitsQuery = () =>
  infiniteQueryOptions({
    queryKey: ['AccessVisits'],
    queryFn: async ({ pageParam }) =>
      (await request(AccessVisitsDocument, { after: pageParam })).accessVisits,
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (last.pageInfo.hasNextPage ? last.pageInfo.endCursor : null),
  });

/** What to ask anew after access was granted, changed or withdrawn. */
export const GRANT_QUERIES = ['AccessGrants', 'AccessVisits', 'Account', 'Accounts'] as const;
