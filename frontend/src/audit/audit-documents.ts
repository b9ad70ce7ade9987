import { keepPreviousData } from '@tanstack/react-query';

import {
  type AuditChainQuery,
  type AuditEventsQuery,
  type AuditFilter,
  documentQuery,
  graphql,
} from '@/graphql';

const AuditEventsDocument = graphql(`
  query AuditEvents($filter: AuditFilter, $first: Int, $after: String) {
    auditEvents(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        seq
        at
        actorKind
        actor {
          id
        }
        actorName
        action
        subjectKind
        subjectId
        subjectName
        changes {
          field
          before
          after
        }
        details
        address
        isRefusal
        isErased
        hash
      }
    }
  }
`);

const AuditActionsDocument = graphql(`
  query AuditActions {
    auditActions
  }
`);

const AuditChainDocument = graphql(`
  query AuditChain {
    auditChain {
      length
      headHash
      publishedAt
      publishedSeq
      verifiedAt
      verifiedSeq
      isIntact
      problem {
        code
        path
        params
      }
      publicKey
    }
  }
`);

export const VerifyAuditChainDocument = graphql(`
  mutation VerifyAuditChain {
    verifyAuditChain {
      job {
        id
      }
      userErrors {
        code
        path
        params
      }
    }
  }
`);

export const StartAuditExportDocument = graphql(`
  mutation StartAuditExport($input: StartAuditExportInput!) {
    startAuditExport(input: $input) {
      job {
        id
      }
      userErrors {
        code
        path
        params
      }
    }
  }
`);

export type AuditEvent = AuditEventsQuery['auditEvents']['nodes'][number];
export type AuditChain = AuditChainQuery['auditChain'];

export const auditEventsQuery = (
  filter: AuditFilter,
  page: { first: number; after: string | null },
) => ({
  ...documentQuery(AuditEventsDocument, { filter, ...page }),
  placeholderData: keepPreviousData,
});

/** Codes of the actions that occur in the log. */
export const auditActionsQuery = () => documentQuery(AuditActionsDocument);

export const auditChainQuery = () => documentQuery(AuditChainDocument);
