import { type UpdateRecordMutation, graphql } from '@/graphql';

export const CreateRecordDocument = graphql(`
  mutation CreateRecord($input: CreateRecordInput!) {
    createRecord(input: $input) {
      record {
        ...RecordParts
      }
      userErrors {
        code
        path
        params
      }
    }
  }
`);

export const UpdateRecordDocument = graphql(`
  mutation UpdateRecord($input: UpdateRecordInput!) {
    updateRecord(input: $input) {
      record {
        ...RecordParts
      }
      userErrors {
        code
        path
        params
      }
    }
  }
`);

/** The same selection for creating and updating. */
export type RecordPayload = UpdateRecordMutation['updateRecord'];
export type SavedRecord = NonNullable<RecordPayload['record']>;
