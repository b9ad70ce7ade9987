import { type PasskeysQuery, documentQuery, graphql } from '@/graphql';

export const BeginReplacementDocument = graphql(`
  mutation BeginReplacement {
    beginSecondFactorReplacement {
      enrollment {
        secret
        otpauthUri
        qrSvg
        accountName
        issuer
      }
      userErrors {
        code
        path
        params
      }
    }
  }
`);

export const ConfirmReplacementDocument = graphql(`
  mutation ConfirmReplacement($input: CodeInput!) {
    confirmSecondFactorReplacement(input: $input) {
      codes
      userErrors {
        code
        path
        params
      }
    }
  }
`);

export const RegenerateRecoveryCodesDocument = graphql(`
  mutation RegenerateRecoveryCodes {
    regenerateRecoveryCodes {
      codes
      userErrors {
        code
        path
        params
      }
    }
  }
`);

const PasskeysDocument = graphql(`
  query Passkeys {
    passkeys {
      id
      name
      createdAt
      lastUsedAt
    }
  }
`);

export type Passkey = PasskeysQuery['passkeys'][number];

export const passkeysQuery = () => documentQuery(PasskeysDocument);

export const BeginPasskeyRegistrationDocument = graphql(`
  mutation BeginPasskeyRegistration {
    beginPasskeyRegistration {
      options
      userErrors {
        code
        path
        params
      }
    }
  }
`);

export const FinishPasskeyRegistrationDocument = graphql(`
  mutation FinishPasskeyRegistration($input: FinishPasskeyRegistrationInput!) {
    finishPasskeyRegistration(input: $input) {
      passkey {
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

export const RenamePasskeyDocument = graphql(`
  mutation RenamePasskey($input: RenamePasskeyInput!) {
    renamePasskey(input: $input) {
      passkey {
        id
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

export const RemovePasskeyDocument = graphql(`
  mutation RemovePasskey($input: RemovePasskeyInput!) {
    removePasskey(input: $input) {
      userErrors {
        code
        path
        params
      }
    }
  }
`);
