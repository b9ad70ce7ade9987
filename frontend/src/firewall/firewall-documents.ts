import { infiniteQueryOptions } from '@tanstack/react-query';

import {
  type FirewallQuery,
  type FirewallRefusalsQuery,
  type FirewallVerdictQuery,
  documentQuery,
  graphql,
  request,
} from '@/graphql';

graphql(`
  fragment FirewallRuleParts on FirewallRule {
    id
    channel
    action
    network
    note
    endsOn
    isInForce
  }
`);

graphql(`
  fragment FirewallLimitParts on FirewallLimits {
    perAddressPerMinute
    perAccountPerMinute
    perTokenPerMinute
    concurrentRequests
    onTrip
    blockMinutes
  }
`);

graphql(`
  fragment FirewallParts on Firewall {
    version
    rules {
      ...FirewallRuleParts
    }
    limits {
      ...FirewallLimitParts
    }
    defaultLimits {
      ...FirewallLimitParts
    }
    viewerAddress
    updatedAt
    updatedBy {
      id
      displayName
    }
    pending {
      requestedAt
      requestedBy {
        id
        displayName
      }
      expiresAt
      rules {
        ...FirewallRuleParts
      }
      limits {
        ...FirewallLimitParts
      }
    }
  }
`);

const FirewallDocument = graphql(`
  query Firewall {
    firewall {
      ...FirewallParts
    }
  }
`);

export const FirewallVerdictDocument = graphql(`
  query FirewallVerdict($address: String!, $channel: FirewallChannel!, $proposal: FirewallInput) {
    testFirewallAddress(address: $address, channel: $channel, proposal: $proposal) {
      isAllowed
      reason
      rule {
        network
        note
      }
      isBlockedUntil
    }
  }
`);

const FirewallRefusalsDocument = graphql(`
  query FirewallRefusals($after: String) {
    firewallRefusals(first: 20, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        hour
        address
        channel
        reason
        count
        lastAt
      }
    }
  }
`);

export const SaveFirewallDocument = graphql(`
  mutation SaveFirewall($input: SaveFirewallInput!) {
    saveFirewall(input: $input) {
      firewall {
        ...FirewallParts
      }
      userErrors {
        code
        path
        params
      }
    }
  }
`);

export const ConfirmFirewallDocument = graphql(`
  mutation ConfirmFirewall {
    confirmFirewall {
      firewall {
        ...FirewallParts
      }
      userErrors {
        code
        path
        params
      }
    }
  }
`);

export const DiscardPendingFirewallDocument = graphql(`
  mutation DiscardPendingFirewall {
    discardPendingFirewall {
      firewall {
        ...FirewallParts
      }
      userErrors {
        code
        path
        params
      }
    }
  }
`);

export type Firewall = FirewallQuery['firewall'];
export type Verdict = FirewallVerdictQuery['testFirewallAddress'];
export type Refusal = FirewallRefusalsQuery['firewallRefusals']['nodes'][number];

export const firewallQuery = () => documentQuery(FirewallDocument);

/** What was refused, by hour and address, newest first. */
export const refusalsQuery = () =>
  infiniteQueryOptions({
    queryKey: ['FirewallRefusals'],
    queryFn: async ({ pageParam }) =>
      (await request(FirewallRefusalsDocument, { after: pageParam })).firewallRefusals,
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (last.pageInfo.hasNextPage ? last.pageInfo.endCursor : null),
  });
