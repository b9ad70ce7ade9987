import { graphql } from '@/graphql';

export const StepUpDocument = graphql(`
  mutation StepUp($input: StepUpInput!) {
    stepUp(input: $input) {
      freshUntil
      userErrors {
        code
        path
        params
      }
    }
  }
`);

export const BeginPasskeyStepUpDocument = graphql(`
  mutation BeginPasskeyStepUp {
    beginPasskeyStepUp {
      options
      userErrors {
        code
        path
        params
      }
    }
  }
`);
