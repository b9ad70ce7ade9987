import { Anchor, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { PageTitle } from '@/design';
import { request } from '@/graphql';

import { CodeForm } from './CodeForm';
import { VerifySecondFactorDocument } from './sign-in-documents';
import type { SignInStepProps } from './step';
import { useAttempt } from './use-attempt';

/** The second factor of someone who has set it up before. */
export function CodeStep({ ticket, onSignedIn, onTicketExpired, onRestart }: SignInStepProps) {
  const { t } = useTranslation('auth');
  const attempt = useAttempt(onTicketExpired);

  const verify = async (code: string): Promise<boolean> => {
    const payload = await attempt.run(async () => {
      const input = { ticket: ticket.value, code };
      return (await request(VerifySecondFactorDocument, { input })).verifySecondFactor;
    });
    if (payload?.viewer) await onSignedIn();
    return payload?.viewer != null;
  };

  return (
    <Stack gap="md">
      <PageTitle>{t('code.title')}</PageTitle>
      <Text>{t('code.explanation', { account: ticket.login })}</Text>
      <CodeForm attempt={attempt} onCode={verify} autoFocus />
      <Anchor component="button" type="button" size="sm" ta="left" onClick={onRestart}>
        {t('code.otherAccount')}
      </Anchor>
      <div>
        <Text size="sm" fw={550}>
          {t('code.lost')}
        </Text>
        <Text size="sm" c="dimmed">
          {t('code.lostDetail')}
        </Text>
      </div>
    </Stack>
  );
}
