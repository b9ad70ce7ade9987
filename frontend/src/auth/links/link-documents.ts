import { type AccountLinkQuery, documentQuery, graphql } from '@/graphql';

const AccountLinkDocument = graphql(`
  query AccountLink($token: String!) {
    accountLink(token: $token) {
      purpose
      username
      displayName
      email
      expiresAt
    }
  }
`);

export type AccountLink = NonNullable<AccountLinkQuery['accountLink']>;

/** Looked up once: while the page is open the link is used, and then it is not good any more. */
export const accountLinkQuery = (token: string) => ({
  ...documentQuery(AccountLinkDocument, { token }),
  staleTime: 'static' as const,
});

export const RequestPasswordResetDocument = graphql(`
  mutation RequestPasswordReset($input: RequestPasswordResetInput!) {
    requestPasswordReset(input: $input) {
      userErrors {
        code
        path
        params
      }
    }
  }
`);

export const AcceptInvitationDocument = graphql(`
  mutation AcceptInvitation($input: ChoosePasswordInput!) {
    acceptInvitation(input: $input) {
      ticket
      nextStep
      hasPasskey
      hasRecoveryCodes
      userErrors {
        code
        path
        params
      }
    }
  }
`);

export const ResetPasswordDocument = graphql(`
  mutation ResetPassword($input: ChoosePasswordInput!) {
    resetPassword(input: $input) {
      username
      userErrors {
        code
        path
        params
      }
    }
  }
`);

export const ConfirmEmailDocument = graphql(`
  mutation ConfirmEmail($input: ConfirmEmailInput!) {
    confirmEmail(input: $input) {
      isConfirmed
      userErrors {
        code
        path
        params
      }
    }
  }
`);
