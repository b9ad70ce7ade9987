import { keepPreviousData } from '@tanstack/react-query';

import { type RegisterRecordsQuery, documentQuery, graphql } from '@/graphql';

import { type ListState, toRecordFilter, toRecordSort } from './list-state';

const RegisterRecordsDocument = graphql(`
  query RegisterRecords(
    $key: String!
    $filter: RecordFilter
    $sort: RecordSort
    $first: Int
    $after: String
    $fieldKeys: [String!]
  ) {
    form(key: $key) {
      id
      records(filter: $filter, sort: $sort, first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          number
          code
          title
          status {
            key
            label
            kind
            colour
          }
          createdAt
          updatedAt
          isArchived
          isDeleted
          viewerCanEdit
          viewerCanArchive
          viewerCanDelete
          viewerCanPurge
          values(keys: $fieldKeys) {
            ...ListValue
          }
        }
      }
    }
  }
`);

export type RecordPage = NonNullable<RegisterRecordsQuery['form']>['records'];
export type ListedRecord = RecordPage['nodes'][number];

/** One page of a register; asks for the values of the given fields only. */
export function recordsQuery(formKey: string, state: ListState, fieldKeys: string[]) {
  return {
    ...documentQuery(RegisterRecordsDocument, {
      key: formKey,
      filter: toRecordFilter(state),
      sort: toRecordSort(state.sort),
      first: state.pageSize,
      after: state.after,
      fieldKeys,
    }),
    placeholderData: keepPreviousData,
  };
}
