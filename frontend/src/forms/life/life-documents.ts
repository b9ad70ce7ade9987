import {
  type ArchivedFormsQuery,
  type FormRevisionsQuery,
  type RegistersInUseQuery,
  documentQuery,
  graphql,
} from '@/graphql';

const FormRevisionsDocument = graphql(`
  query FormRevisions($key: String!, $first: Int, $after: String) {
    form(key: $key) {
      id
      key
      name
      revision
      viewerCanDesign
      revisions(first: $first, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          number
          publishedAt
          publishedBy {
            displayName
          }
        }
      }
    }
  }
`);

const RegistersInUseDocument = graphql(`
  query RegistersInUse {
    forms {
      id
      key
      origin
      name
      icon
      category
      revision
      recordCount
      viewerCanDesign
    }
  }
`);

const ArchivedFormsDocument = graphql(`
  query ArchivedForms {
    archivedForms {
      key
      name
      archivedAt
    }
  }
`);

export const ArchiveFormDocument = graphql(`
  mutation ArchiveForm($formKey: String!) {
    archiveForm(input: { formKey: $formKey }) {
      form {
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

export const RestoreFormDocument = graphql(`
  mutation RestoreForm($formKey: String!) {
    restoreForm(input: { formKey: $formKey }) {
      form {
        id
        key
        name
      }
      userErrors {
        code
        path
        params
      }
    }
  }
`);

export type RegisterInUse = RegistersInUseQuery['forms'][number];
export type ArchivedForm = ArchivedFormsQuery['archivedForms'][number];
export type FormWithRevisions = NonNullable<FormRevisionsQuery['form']>;
export type FormRevision = FormWithRevisions['revisions']['nodes'][number];

export const registersInUseQuery = () => documentQuery(RegistersInUseDocument);
export const archivedFormsQuery = () => documentQuery(ArchivedFormsDocument);
export const formRevisionsQuery = (key: string, first: number, after: string | null) =>
  documentQuery(FormRevisionsDocument, { key, first, after });

/** Names of the queries that show which registers there are: what to ask anew. */
export const LIFE_QUERIES = [
  'RegistersInUse',
  'ArchivedForms',
  'RegisterMenu',
  'RegisterForm',
  'DashboardOverview',
] as const;
