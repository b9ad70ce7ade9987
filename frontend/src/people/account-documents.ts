import { graphql } from '@/graphql';

export const InviteUserDocument = graphql(`
  mutation InviteUser($input: InviteUserInput!) {
    inviteUser(input: $input) {
      account {
        ...AccountParts
      }
      userErrors {
        code
        path
        params
      }
    }
  }
`);

export const SendInvitationDocument = graphql(`
  mutation SendInvitation($input: SendInvitationInput!) {
    sendInvitation(input: $input) {
      account {
        ...AccountParts
      }
      userErrors {
        code
        path
        params
      }
    }
  }
`);

export const UpdateAccountDocument = graphql(`
  mutation UpdateAccount($input: UpdateAccountInput!) {
    updateAccount(input: $input) {
      account {
        ...AccountParts
      }
      userErrors {
        code
        path
        params
      }
    }
  }
`);

export const ArchiveUserDocument = graphql(`
  mutation ArchiveUser($input: ArchiveUserInput!) {
    archiveUser(input: $input) {
      account {
        ...AccountParts
      }
      userErrors {
        code
        path
        params
      }
    }
  }
`);

export const RestoreUserDocument = graphql(`
  mutation RestoreUser($input: RestoreUserInput!) {
    restoreUser(input: $input) {
      account {
        ...AccountParts
      }
      userErrors {
        code
        path
        params
      }
    }
  }
`);

export const ChangeUsernameDocument = graphql(`
  mutation ChangeColleagueUsername($input: ChangeUsernameInput!) {
    changeUsername(input: $input) {
      account {
        ...AccountParts
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
  mutation ChangeColleagueEmail($input: ChangeEmailInput!) {
    changeEmail(input: $input) {
      account {
        ...AccountParts
      }
      userErrors {
        code
        path
        params
      }
    }
  }
`);

export const ErasePersonDocument = graphql(`
  mutation ErasePerson($input: ErasePersonInput!) {
    erasePerson(input: $input) {
      userErrors {
        code
        path
        params
      }
    }
  }
`);

export const ResetSecondFactorDocument = graphql(`
  mutation ResetSecondFactor($input: ResetSecondFactorInput!) {
    resetSecondFactor(input: $input) {
      account {
        ...AccountParts
      }
      userErrors {
        code
        path
        params
      }
    }
  }
`);
