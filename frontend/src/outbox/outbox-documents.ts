import { type OutboxQuery, documentQuery, graphql } from '@/graphql';

const OutboxDocument = graphql(`
  query Outbox($first: Int!, $after: String) {
    outbox(first: $first, after: $after) {
      nodes {
        id
        to
        subject
        sentAt
        text
        html
        locale
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export type Mail = OutboxQuery['outbox']['nodes'][number];

/** The newest mails first; looked at again all the time, as somebody is waiting for one. */
export const outboxQuery = (first: number) => ({
  ...documentQuery(OutboxDocument, { first, after: null }),
  refetchInterval: 4_000,
});
