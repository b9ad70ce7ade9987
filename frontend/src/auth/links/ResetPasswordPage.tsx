import { Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { PageTitle } from '@/design';
import { request } from '@/graphql';

import { AuthLayout } from '../AuthLayout';
import { refreshViewer } from '../session';
import { useAttempt } from '../use-attempt';
import { AccountLinkGate } from './AccountLinkGate';
import { ChoosePasswordForm } from './ChoosePasswordForm';
import { ToSignIn } from './LinkGone';
import { type AccountLink, ResetPasswordDocument } from './link-documents';

const route = getRouteApi('/reset-password');

/** Choosing a new password by the link of a forgotten one. 2FA stays as it was. */
export function ResetPasswordPage() {
  const { token } = route.useSearch();
  return (
    <AuthLayout>
      <AccountLinkGate token={token} purpose="PASSWORD_RESET">
        {(link) => <NewPassword link={link} token={token} />}
      </AccountLinkGate>
    </AuthLayout>
  );
}

function NewPassword({ link, token }: { link: AccountLink; token: string }) {
  const { t } = useTranslation('auth');
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const attempt = useAttempt();

  const reset = async (password: string): Promise<void> => {
    const payload = await attempt.run(async () => {
      const input = { token, password };
      return (await request(ResetPasswordDocument, { input })).resetPassword;
    });
    if (!payload) return;
    // All sessions of the account have ended; perhaps that of this browser too.
    await refreshViewer(queryClient);
    await navigate({ to: '/sign-in', search: { reason: 'password-changed' }, replace: true });
  };

  return (
    <Stack gap="md">
      <PageTitle>{t('reset.title')}</PageTitle>
      <Text>{t('reset.explanation', { name: link.displayName })}</Text>
      <ChoosePasswordForm
        username={link.username}
        submitLabel={t('reset.submit')}
        attempt={attempt}
        onPassword={reset}
      />
      <ToSignIn />
    </Stack>
  );
}
