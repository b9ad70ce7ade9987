import { graphql } from '@/graphql';

graphql(`
  fragment LifecycleOutcome on RecordsPayload {
    records {
      id
      version
    }
    userErrors {
      code
      path
      params
    }
  }
`);

export const ArchiveRecordsDocument = graphql(`
  mutation ArchiveRecords($input: RecordsInput!) {
    archiveRecords(input: $input) {
      ...LifecycleOutcome
    }
  }
`);

export const UnarchiveRecordsDocument = graphql(`
  mutation UnarchiveRecords($input: RecordsInput!) {
    unarchiveRecords(input: $input) {
      ...LifecycleOutcome
    }
  }
`);

export const DeleteRecordsDocument = graphql(`
  mutation DeleteRecords($input: RecordsInput!) {
    deleteRecords(input: $input) {
      ...LifecycleOutcome
    }
  }
`);

export const RestoreRecordsDocument = graphql(`
  mutation RestoreRecords($input: RecordsInput!) {
    restoreRecords(input: $input) {
      ...LifecycleOutcome
    }
  }
`);

export const PurgeRecordsDocument = graphql(`
  mutation PurgeRecords($input: RecordsInput!) {
    purgeRecords(input: $input) {
      ...LifecycleOutcome
    }
  }
`);
