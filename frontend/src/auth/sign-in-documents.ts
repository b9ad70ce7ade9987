import { graphql } from '@/graphql';

export const SignInDocument = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
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

export const VerifySecondFactorDocument = graphql(`
  mutation VerifySecondFactor($input: VerifySecondFactorInput!) {
    verifySecondFactor(input: $input) {
      viewer {
        role
      }
      userErrors {
        code
        path
        params
      }
    }
  }
`);

export const UseRecoveryCodeDocument = graphql(`
  mutation UseRecoveryCode($input: UseRecoveryCodeInput!) {
    useRecoveryCode(input: $input) {
      viewer {
        role
      }
      recoveryCodesLeft
      userErrors {
        code
        path
        params
      }
    }
  }
`);

export const BeginPasskeyVerificationDocument = graphql(`
  mutation BeginPasskeyVerification($input: BeginPasskeyVerificationInput!) {
    beginPasskeyVerification(input: $input) {
      options
      userErrors {
        code
        path
        params
      }
    }
  }
`);

export const VerifyPasskeyDocument = graphql(`
  mutation VerifyPasskey($input: VerifyPasskeyInput!) {
    verifyPasskey(input: $input) {
      viewer {
        role
      }
      userErrors {
        code
        path
        params
      }
    }
  }
`);

export const BeginEnrollmentDocument = graphql(`
  mutation BeginEnrollment($input: BeginSecondFactorEnrollmentInput!) {
    beginSecondFactorEnrollment(input: $input) {
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

export const ConfirmEnrollmentDocument = graphql(`
  mutation ConfirmEnrollment($input: ConfirmSecondFactorEnrollmentInput!) {
    confirmSecondFactorEnrollment(input: $input) {
      viewer {
        role
      }
      recoveryCodes
      userErrors {
        code
        path
        params
      }
    }
  }
`);

export const SignOutDocument = graphql(`
  mutation SignOut {
    signOut {
      userErrors {
        code
      }
    }
  }
`);
