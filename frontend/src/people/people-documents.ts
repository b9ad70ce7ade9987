import { keepPreviousData } from '@tanstack/react-query';

import {
  type AccountFilter,
  type AccountQuery,
  type AccountsQuery,
  documentQuery,
  graphql,
} from '@/graphql';

graphql(`
  fragment AccountRow on Account {
    id
    user {
      id
      displayName
      username
    }
    kind
    email
    role
    status
    groups {
      id
      name
    }
    hasSecondFactor
    hasPasskey
    lastSignedInAt
    invitationSentAt
    invitationExpiresAt
    accessEndsOn
    archivedAt
  }
`);

graphql(`
  fragment AccountParts on Account {
    ...AccountRow
    pendingEmail
    locale
    createdAt
    openRecordCount
    version
    viewerCanEdit
    viewerCanResetSecondFactor
  }
`);

const AccountsDocument = graphql(`
  query Accounts($filter: AccountFilter, $first: Int, $after: String) {
    accounts(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...AccountRow
      }
    }
  }
`);

const AccountDocument = graphql(`
  query Account($id: ID!) {
    account(id: $id) {
      ...AccountParts
    }
  }
`);

const WithoutFactorDocument = graphql(`
  query AccountsWithoutFactor {
    accounts(filter: { statuses: [INVITED, ACTIVE], hasSecondFactor: false }, first: 1) {
      totalCount
    }
  }
`);

export type AccountRow = AccountsQuery['accounts']['nodes'][number];
export type Account = NonNullable<AccountQuery['account']>;

export const accountsQuery = (
  filter: AccountFilter,
  page: { first: number; after: string | null },
) => ({
  ...documentQuery(AccountsDocument, { filter, ...page }),
  placeholderData: keepPreviousData,
});

export const accountQuery = (id: string) => documentQuery(AccountDocument, { id });

/** How many people have yet to set up their second factor. */
export const withoutFactorQuery = () => documentQuery(WithoutFactorDocument);

/** Names of the queries that show people: what to ask anew after a change. */
export const PEOPLE_QUERIES = [
  'Accounts',
  'Account',
  'AccountsWithoutFactor',
  'AccessGrants',
  'Groups',
  'Options',
] as const;
