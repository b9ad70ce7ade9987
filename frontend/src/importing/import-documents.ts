import {
  type ImportInput,
  type PreviewImportMutation,
  type UploadSheetQuery,
  type UploadSheetsQuery,
  documentQuery,
  graphql,
  request,
} from '@/graphql';

const UploadSheetsDocument = graphql(`
  query UploadSheets($id: ID!) {
    upload(id: $id) {
      id
      fileName
      sheets {
        name
        isVisible
        rowCount
        columnCount
      }
    }
  }
`);

const UploadSheetDocument = graphql(`
  query UploadSheet($id: ID!, $name: String!) {
    upload(id: $id) {
      id
      sheet(name: $name) {
        name
        headerRow
        rowCount
        columns {
          index
          header
          guessedKind
          isMultiline
          options
          filledCount
          samples
        }
      }
    }
  }
`);

export const SuggestMappingDocument = graphql(`
  mutation SuggestImportMapping($input: SuggestImportMappingInput!) {
    suggestImportMapping(input: $input) {
      mapping {
        column
        fieldKey
      }
      userErrors {
        code
        path
        params
      }
    }
  }
`);

const PreviewImportDocument = graphql(`
  mutation PreviewImport($input: ImportInput!) {
    previewImport(input: $input) {
      plan {
        rowCount
        createCount
        updateCount
        unchangedCount
        conflictCount
        errorCount
        errors {
          row
          column
          header
          code
          params
        }
        rows {
          row
          action
          code
          title
          changes {
            fieldKey
            fieldLabel
            before
            after
          }
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

export const StartImportDocument = graphql(`
  mutation StartImport($input: ImportInput!) {
    startImport(input: $input) {
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

export type UploadedWorkbook = NonNullable<UploadSheetsQuery['upload']>;
export type SheetPreview = NonNullable<NonNullable<UploadSheetQuery['upload']>['sheet']>;
export type SheetColumn = SheetPreview['columns'][number];
export type ImportPlan = NonNullable<PreviewImportMutation['previewImport']['plan']>;

export const sheetsQuery = (uploadId: string) =>
  documentQuery(UploadSheetsDocument, { id: uploadId });

export const sheetQuery = (uploadId: string, name: string) =>
  documentQuery(UploadSheetDocument, { id: uploadId, name });

/** A mutation by name, but it changes nothing: asked anew each time, because records may change. */
export const previewQuery = (input: ImportInput) => ({
  queryKey: ['PreviewImport', input],
  queryFn: async () => (await request(PreviewImportDocument, { input })).previewImport,
  gcTime: 0,
  staleTime: 0,
});
