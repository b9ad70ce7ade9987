import { graphql } from '@/graphql';

export const ExportArchiveDocument = graphql(`
  mutation ExportArchive($input: ExportArchiveInput!) {
    exportArchive(input: $input) {
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
