import { useSuspenseQuery } from '@tanstack/react-query';

import { type MyAccountQuery, documentQuery, graphql } from '@/graphql';

const MyAccountDocument = graphql(`
  query MyAccount {
    viewer {
      recoveryCodesLeft
      account {
        id
        kind
        user {
          displayName
          username
        }
        email
        pendingEmail
        role
        groups {
          id
          name
        }
        accessEndsOn
        version
      }
    }
  }
`);

export type MyAccount = NonNullable<MyAccountQuery['viewer']>['account'];

/** The viewer's own account, and how many recovery codes are left. */
export function useMyAccount(): NonNullable<MyAccountQuery['viewer']> {
  const { viewer } = useSuspenseQuery(documentQuery(MyAccountDocument)).data;
  if (!viewer) throw new Error('useMyAccount was used by someone who is not signed in');
  return viewer;
}

export const ChangeUsernameDocument = graphql(`
  mutation ChangeUsername($input: ChangeUsernameInput!) {
    changeUsername(input: $input) {
      account {
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

export const ChangeEmailDocument = graphql(`
  mutation ChangeEmail($input: ChangeEmailInput!) {
    changeEmail(input: $input) {
      account {
        pendingEmail
      }
      userErrors {
        code
        path
        params
      }
    }
  }
`);

export const ChangePasswordDocument = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      userErrors {
        code
        path
        params
      }
    }
  }
`);
