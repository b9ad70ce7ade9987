import { Alert } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { PreferenceChange } from '@/settings/preferences';

import { AuthLayout } from './AuthLayout';
import { PasswordStep } from './PasswordStep';
import { TicketSteps } from './TicketSteps';
import type { SignInReason } from './routes';
import type { SignInStepProps } from './step';
import type { Ticket } from './ticket';
import { useSessionStart } from './use-session-start';

const route = getRouteApi('/sign-in');

/**
 * Password, then code or enrolment. The ticket between the steps lives in this component alone, so
 * leaving or reloading the page means starting again.
 */
export function SignInPage() {
  const { returnTo, reason } = route.useSearch();
  const navigate = useNavigate();
  const startSession = useSessionStart();
  const [ticket, setTicket] = useState<Ticket | null>(null);
  const [chosen, setChosen] = useState<PreferenceChange>({});

  const restart = (why?: SignInReason): void => {
    setTicket(null);
    void navigate({ to: '/sign-in', search: { returnTo, reason: why }, replace: true });
  };

  const step: Omit<SignInStepProps, 'ticket'> = {
    onSignedIn: () => startSession({ chosen, returnTo }),
    onTicketExpired: () => {
      restart('ticket-expired');
    },
    onRestart: () => {
      restart();
    },
  };

  return (
    <AuthLayout
      isWide={ticket?.nextStep === 'ENROLL_SECOND_FACTOR'}
      onPreferenceChosen={(change) => {
        setChosen((before) => ({ ...before, ...change }));
      }}
    >
      {ticket === null && (
        <>
          {reason && <Notice reason={reason} />}
          <PasswordStep onTicket={setTicket} />
        </>
      )}
      {ticket && <TicketSteps ticket={ticket} {...step} />}
    </AuthLayout>
  );
}

function Notice({ reason }: { reason: SignInReason }) {
  const { t } = useTranslation('auth');
  return (
    <Alert role="status" mb="md" icon={<IconInfoCircle aria-hidden />}>
      {t(`notice.${reason}`)}
    </Alert>
  );
}
