import type { SignInStep } from '@/graphql';

/** What a right password gives: good for ten minutes and for the next step only. Never stored. */
export interface Ticket {
  value: string;
  nextStep: SignInStep;
  /** What was typed, to say for which account a code is asked. */
  login: string;
}
