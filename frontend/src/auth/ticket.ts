import type { SignInMutation, SignInStep } from '@/graphql';

/** What a right password gives: good for ten minutes and for the next step only. Never stored. */
export interface Ticket {
  value: string;
  nextStep: SignInStep;
  /** What was typed, to say for which account a code is asked. */
  login: string;
  /** Other ways through the second step than the app. */
  hasPasskey: boolean;
  hasRecoveryCodes: boolean;
}

type TicketPayload = SignInMutation['signIn'];

/** The ticket of a reply; null when the server refused. */
export function ticketOf(payload: TicketPayload | null, login: string): Ticket | null {
  if (!payload?.ticket || !payload.nextStep) return null;
  const { ticket, nextStep, hasPasskey, hasRecoveryCodes } = payload;
  return { value: ticket, nextStep, login, hasPasskey, hasRecoveryCodes };
}
