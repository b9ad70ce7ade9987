import { Stack, Text } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { PageTitle } from '@/design';
import { request } from '@/graphql';
import type { PreferenceChange } from '@/settings/preferences';

import { AuthLayout } from '../AuthLayout';
import { TicketSteps } from '../TicketSteps';
import { useEnvironment } from '../session';
import { type Ticket, ticketOf } from '../ticket';
import { useAttempt } from '../use-attempt';
import { useSessionStart } from '../use-session-start';
import { AccountLinkGate } from './AccountLinkGate';
import { ChoosePasswordForm } from './ChoosePasswordForm';
import { ToSignIn } from './LinkGone';
import { AcceptInvitationDocument, type AccountLink } from './link-documents';

const route = getRouteApi('/invitation');

/** The first visit: a password of one's own, then 2FA, and then one is in. */
export function InvitationPage() {
  const { token } = route.useSearch();
  const navigate = useNavigate();
  const startSession = useSessionStart();
  const [ticket, setTicket] = useState<Ticket | null>(null);
  const [chosen, setChosen] = useState<PreferenceChange>({});
  // The password is there by now: whoever starts again does so by signing in.
  const toSignIn = (reason?: 'ticket-expired'): void => {
    void navigate({ to: '/sign-in', search: { reason }, replace: true });
  };
  return (
    <AuthLayout
      isWide={ticket !== null}
      onPreferenceChosen={(change) => {
        setChosen((before) => ({ ...before, ...change }));
      }}
    >
      {ticket ? (
        <TicketSteps
          ticket={ticket}
          onSignedIn={() => startSession({ chosen, returnTo: '/' })}
          onTicketExpired={() => {
            toSignIn('ticket-expired');
          }}
          onRestart={() => {
            toSignIn();
          }}
        />
      ) : (
        <AccountLinkGate token={token} purpose="INVITATION">
          {(link) => <Welcome link={link} token={token} onTicket={setTicket} />}
        </AccountLinkGate>
      )}
    </AuthLayout>
  );
}

interface WelcomeProps {
  link: AccountLink;
  token: string;
  onTicket: (ticket: Ticket) => void;
}

function Welcome({ link, token, onTicket }: WelcomeProps) {
  const { t } = useTranslation('auth');
  const environment = useEnvironment();
  const attempt = useAttempt();

  const accept = async (password: string): Promise<void> => {
    const payload = await attempt.run(async () => {
      const input = { token, password };
      return (await request(AcceptInvitationDocument, { input })).acceptInvitation;
    });
    const ticket = ticketOf(payload, link.username);
    if (ticket) onTicket(ticket);
  };

  return (
    <Stack gap="md">
      <PageTitle>{t('invitation.title', { name: link.displayName })}</PageTitle>
      <Text>{t('invitation.explanation', { environment: environment.name })}</Text>
      <ChoosePasswordForm
        username={link.username}
        submitLabel={t('invitation.submit')}
        attempt={attempt}
        onPassword={accept}
      />
      <ToSignIn />
    </Stack>
  );
}
