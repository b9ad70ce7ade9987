import { type ApiTokensQuery, documentQuery, graphql } from '@/graphql';

const ApiTokensDocument = graphql(`
  query ApiTokens($ofEverybody: Boolean!) {
    apiTokens(ofEverybody: $ofEverybody) {
      id
      name
      prefix
      owner {
        id
        displayName
      }
      canWrite
      forms {
        id
        name
      }
      networks
      createdAt
      expiresOn
      lastUsedAt
      lastUsedAddress
      revokedAt
      isGood
    }
  }
`);

export type ApiToken = ApiTokensQuery['apiTokens'][number];

export const apiTokensQuery = (ofEverybody: boolean) =>
  documentQuery(ApiTokensDocument, { ofEverybody });

export const CreateApiTokenDocument = graphql(`
  mutation CreateApiToken($input: CreateApiTokenInput!) {
    createApiToken(input: $input) {
      apiToken {
        id
        name
      }
      secret
      userErrors {
        code
        path
        params
      }
    }
  }
`);

export const RevokeApiTokenDocument = graphql(`
  mutation RevokeApiToken($input: RevokeApiTokenInput!) {
    revokeApiToken(input: $input) {
      apiToken {
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
