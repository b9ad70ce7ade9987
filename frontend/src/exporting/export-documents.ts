import { graphql } from '@/graphql';

export const StartExportDocument = graphql(`
  mutation StartExport($input: StartExportInput!) {
    startExport(input: $input) {
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
