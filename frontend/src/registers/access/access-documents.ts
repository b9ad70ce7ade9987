import { type RegisterAccessQuery, documentQuery, graphql } from '@/graphql';

const RegisterAccessDocument = graphql(`
  query RegisterAccess($key: String!) {
    form(key: $key) {
      id
      key
      name
      access {
        role
        group {
          id
          name
          memberCount
        }
        right
        defaultRight
      }
    }
    groups {
      id
      name
      memberCount
    }
  }
`);

export const SetFormAccessDocument = graphql(`
  mutation SetFormAccess($input: SetFormAccessInput!) {
    setFormAccess(input: $input) {
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

export type AccessForm = NonNullable<RegisterAccessQuery['form']>;
export type AccessGroup = RegisterAccessQuery['groups'][number];

export const registerAccessQuery = (key: string) => documentQuery(RegisterAccessDocument, { key });

/** What to ask anew after rights changed: one's own may have. */
export const ACCESS_QUERIES = [
  'RegisterAccess',
  'RegisterForm',
  'RegisterMenu',
  'RegisterRecords',
  'DashboardOverview',
] as const;
