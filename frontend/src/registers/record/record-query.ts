import { infiniteQueryOptions } from '@tanstack/react-query';

import {
  type RecordDetailQuery,
  type RecordHistoryQuery,
  documentQuery,
  graphql,
  request,
} from '@/graphql';

graphql(`
  fragment RecordParts on Record {
    id
    number
    code
    title
    version
    isArchived
    isDeleted
    deletedAt
    deletedBy {
      id
      displayName
    }
    viewerCanEdit
    viewerCanArchive
    viewerCanDelete
    viewerCanPurge
    viewerCanComment
    createdAt
    updatedAt
    createdBy {
      id
      displayName
    }
    updatedBy {
      id
      displayName
    }
    status {
      key
      label
      kind
      colour
      nextKeys
    }
    values {
      ...FullValue
    }
  }
`);

const RecordDetailDocument = graphql(`
  query RecordDetail($formKey: String!, $number: Int!) {
    recordByNumber(formKey: $formKey, number: $number) {
      ...RecordParts
      referencedBy(first: 50) {
        totalCount
        nodes {
          fieldKey
          fieldLabel
          record {
            id
            number
            code
            title
            status {
              label
              kind
              colour
            }
            form {
              key
              name
            }
          }
        }
      }
    }
  }
`);

const RecordHistoryDocument = graphql(`
  query RecordHistory($id: ID!, $after: String) {
    record(id: $id) {
      id
      history(first: 10, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          version
          kind
          at
          by {
            id
            displayName
          }
          changes {
            fieldKey
            fieldLabel
            before
            after
          }
        }
      }
    }
  }
`);

export type RecordDetail = NonNullable<RecordDetailQuery['recordByNumber']>;
export type RecordChange = NonNullable<RecordHistoryQuery['record']>['history']['nodes'][number];

export function recordQuery(formKey: string, number: number) {
  return documentQuery(RecordDetailDocument, { formKey, number });
}

export const historyQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['RecordHistory', id],
    queryFn: async ({ pageParam }) => {
      const { record } = await request(RecordHistoryDocument, { id, after: pageParam });
      return record?.history ?? null;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (last?.pageInfo.hasNextPage ? last.pageInfo.endCursor : null),
  });

/** Names of the queries that show records: what to fetch anew after one was written. */
export const RECORD_QUERIES = [
  'RecordDetail',
  'RecordHistory',
  'RegisterRecords',
  'RegisterTotals',
  'RegisterMenu',
  'Options',
] as const;
