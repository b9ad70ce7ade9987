import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { PageTitle } from '@/design';
import { request } from '@/graphql';

import { AttemptMessages } from '../AttemptMessages';
import { AuthLayout } from '../AuthLayout';
import { useAttempt } from '../use-attempt';
import { AccountLinkGate } from './AccountLinkGate';
import { type AccountLink, ConfirmEmailDocument } from './link-documents';

const route = getRouteApi('/confirm-email');

/** A new mail address proves itself by this page's button: mail scanners open links, but press nothing. */
export function ConfirmEmailPage() {
  const { token } = route.useSearch();
  return (
    <AuthLayout>
      <AccountLinkGate token={token} purpose="EMAIL_CONFIRMATION">
        {(link) => <Confirm link={link} token={token} />}
      </AccountLinkGate>
    </AuthLayout>
  );
}

function Confirm({ link, token }: { link: AccountLink; token: string }) {
  const { t } = useTranslation('auth');
  const queryClient = useQueryClient();
  const attempt = useAttempt();
  const [isConfirmed, setConfirmed] = useState(false);

  const confirm = async (): Promise<void> => {
    const payload = await attempt.run(
      async () => (await request(ConfirmEmailDocument, { input: { token } })).confirmEmail,
    );
    if (!payload?.isConfirmed) return;
    setConfirmed(true);
    await queryClient.invalidateQueries({ queryKey: ['MyAccount'] });
  };

  return (
    <Stack gap="md" align="flex-start">
      <PageTitle>{t('confirmEmail.title')}</PageTitle>
      {isConfirmed ? (
        <>
          <Alert role="status" icon={<IconCheck aria-hidden />}>
            {t('confirmEmail.done', { email: link.email })}
          </Alert>
          <Button size="md" renderRoot={(props) => <Link {...props} to="/" />}>
            {t('confirmEmail.continue')}
          </Button>
        </>
      ) : (
        <>
          <Text>
            {t('confirmEmail.explanation', { email: link.email, name: link.displayName })}
          </Text>
          <AttemptMessages attempt={attempt} />
          <Button
            size="md"
            autoFocus
            loading={attempt.isPending}
            disabled={attempt.secondsLeft > 0}
            onClick={confirm}
          >
            {t('confirmEmail.submit')}
          </Button>
        </>
      )}
    </Stack>
  );
}
