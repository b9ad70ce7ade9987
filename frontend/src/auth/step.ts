import type { Ticket } from './ticket';

/** What the steps after the password need, and what they may come to. */
export interface SignInStepProps {
  ticket: Ticket;
  onSignedIn: () => Promise<void>;
  onTicketExpired: () => void;
  onRestart: () => void;
}
