import { Anchor, Button, Stack, Text } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { PageTitle } from '@/design';
import { type BeginEnrollmentMutation, request } from '@/graphql';

import { AttemptMessages } from './AttemptMessages';
import { EnrollmentGuide } from './EnrollmentGuide';
import { RecoveryCodesStep } from './RecoveryCodesStep';
import { BeginEnrollmentDocument, ConfirmEnrollmentDocument } from './sign-in-documents';
import type { SignInStepProps } from './step';
import { useAttempt } from './use-attempt';

export type Enrollment = NonNullable<
  BeginEnrollmentMutation['beginSecondFactorEnrollment']['enrollment']
>;

/** First sign-in: the second factor has to be set up before anything else. */
export function EnrollmentStep(props: SignInStepProps) {
  const { ticket, onSignedIn, onTicketExpired, onRestart } = props;
  const { t } = useTranslation('auth');
  const [enrollment, setEnrollment] = useState<Enrollment | null>(null);
  const beginning = useAttempt(onTicketExpired);
  const confirming = useAttempt(onTicketExpired);
  const [recoveryCodes, setRecoveryCodes] = useState<readonly string[] | null>(null);

  // Begun by a click and not by opening the page: each beginning makes a new secret.
  const begin = async (): Promise<void> => {
    const payload = await beginning.run(async () => {
      const input = { ticket: ticket.value };
      return (await request(BeginEnrollmentDocument, { input })).beginSecondFactorEnrollment;
    });
    if (payload?.enrollment) setEnrollment(payload.enrollment);
  };

  const confirm = async (code: string): Promise<boolean> => {
    const payload = await confirming.run(async () => {
      const input = { ticket: ticket.value, code };
      return (await request(ConfirmEnrollmentDocument, { input })).confirmSecondFactorEnrollment;
    });
    if (payload?.recoveryCodes) setRecoveryCodes(payload.recoveryCodes);
    else if (payload?.viewer) await onSignedIn();
    return payload?.viewer != null;
  };

  if (recoveryCodes) {
    return <RecoveryCodesStep codes={recoveryCodes} account={ticket.login} onDone={onSignedIn} />;
  }
  return (
    <Stack gap="md" align="flex-start">
      <PageTitle>{t('enrollment.title')}</PageTitle>
      <Text>{t('enrollment.why')}</Text>
      {enrollment ? (
        <EnrollmentGuide enrollment={enrollment} attempt={confirming} onCode={confirm} />
      ) : (
        <>
          <Text c="dimmed">{t('enrollment.need')}</Text>
          <AttemptMessages attempt={beginning} />
          <Button
            size="md"
            data-autofocus
            autoFocus
            leftSection={<IconShieldCheck size={20} aria-hidden />}
            loading={beginning.isPending}
            disabled={beginning.secondsLeft > 0}
            onClick={begin}
          >
            {t('enrollment.start')}
          </Button>
        </>
      )}
      <Anchor component="button" type="button" size="sm" onClick={onRestart}>
        {t('code.otherAccount')}
      </Anchor>
    </Stack>
  );
}
