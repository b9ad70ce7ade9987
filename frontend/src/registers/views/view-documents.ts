import { type RegisterViewsQuery, documentQuery, graphql } from '@/graphql';

const RegisterViewsDocument = graphql(`
  query RegisterViews($key: String!) {
    form(key: $key) {
      id
      savedViews {
        id
        name
        isShared
        search
        viewerCanEdit
        owner {
          id
          displayName
        }
      }
    }
  }
`);

export const SaveViewDocument = graphql(`
  mutation SaveView($input: SaveViewInput!) {
    saveView(input: $input) {
      savedView {
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

export const DeleteViewDocument = graphql(`
  mutation DeleteView($input: DeleteViewInput!) {
    deleteView(input: $input) {
      userErrors {
        code
        path
        params
      }
    }
  }
`);

export type SavedView = NonNullable<RegisterViewsQuery['form']>['savedViews'][number];

/** The names of the queries that show views. */
export const VIEW_QUERIES = ['RegisterViews'] as const;

export const viewsQuery = (formKey: string) =>
  documentQuery(RegisterViewsDocument, { key: formKey });
