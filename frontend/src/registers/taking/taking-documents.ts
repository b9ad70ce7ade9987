import {
  type ComparedWithBackupQuery,
  type TakeFromBackupMutation,
  documentQuery,
  graphql,
} from '@/graphql';

const ComparedWithBackupDocument = graphql(`
  query ComparedWithBackup($restoreId: ID!, $recordIds: [ID!]!) {
    comparedWithBackup(restoreId: $restoreId, recordIds: $recordIds) {
      recordId
      code
      title
      state
      changes {
        fieldKey
        fieldLabel
        before
        after
      }
      leftOut
    }
  }
`);

export const TakeFromBackupDocument = graphql(`
  mutation TakeFromBackup($input: TakeFromBackupInput!) {
    takeFromBackup(input: $input) {
      records {
        id
        number
        code
        form {
          key
        }
      }
      userErrors {
        code
        path
        params
      }
    }
  }
`);

/** How a record in the back-up compares with what it is now. */
export type Comparison = ComparedWithBackupQuery['comparedWithBackup'][number];
export type TakenRecord = NonNullable<TakeFromBackupMutation['takeFromBackup']['records']>[number];

/** Asked of now, and each time anew: somebody may be at work there. */
export const comparedQuery = (restoreId: string, recordIds: string[]) => ({
  ...documentQuery(ComparedWithBackupDocument, { restoreId, recordIds }),
  staleTime: 0,
  gcTime: 0,
});
