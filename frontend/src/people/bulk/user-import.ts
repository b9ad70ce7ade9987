import { type UserImportInput, type PreviewUserImportMutation, graphql, request } from '@/graphql';

const PreviewUserImportDocument = graphql(`
  mutation PreviewUserImport($input: UserImportInput!) {
    previewUserImport(input: $input) {
      preview {
        ...UserImportPreviewParts
      }
      userErrors {
        code
        path
        params
      }
    }
  }
`);

graphql(`
  fragment UserImportPreviewParts on UserImportPreview {
    rowCount
    rows {
      row
      displayName
      email
      username
      role
      groups
      accessEndsOn
    }
    errors {
      row
      column
      header
      code
      params
    }
  }
`);

export const ImportUsersDocument = graphql(`
  mutation ImportUsers($input: UserImportInput!) {
    importUsers(input: $input) {
      invitedCount
      preview {
        ...UserImportPreviewParts
      }
      userErrors {
        code
        path
        params
      }
    }
  }
`);

export type UserImportPreview = NonNullable<
  PreviewUserImportMutation['previewUserImport']['preview']
>;

/** A mutation by name, but it changes nothing: asked anew each time, because people may change. */
export const userImportPreviewQuery = (input: UserImportInput) => ({
  queryKey: ['PreviewUserImport', input],
  queryFn: async () => (await request(PreviewUserImportDocument, { input })).previewUserImport,
  gcTime: 0,
  staleTime: 0,
});

/** A workbook with the headings and the roles, in a language. */
export const templateAddress = (language: string) =>
  `/downloads/user-import-template?locale=${language}`;
