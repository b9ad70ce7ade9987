import { Alert, Anchor, Button, Stack, Text, TextInput } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { PageTitle } from '@/design';
import { request } from '@/graphql';

import { AttemptMessages } from '../AttemptMessages';
import { AuthLayout } from '../AuthLayout';
import { useEnvironment } from '../session';
import { useAttempt } from '../use-attempt';
import { ToSignIn } from './LinkGone';
import { RequestPasswordResetDocument } from './link-documents';

/** Asks for a link by mail. The answer is the same whether there is such an account or not. */
export function ForgotPasswordPage() {
  const { t } = useTranslation('auth');
  const [isAsked, setAsked] = useState(false);
  return (
    <AuthLayout>
      <Stack gap="md">
        <PageTitle>{t('forgotten.title')}</PageTitle>
        {isAsked ? (
          <Asked />
        ) : (
          <Ask
            onAsked={() => {
              setAsked(true);
            }}
          />
        )}
        <div>
          <Text size="sm" fw={550}>
            {t('forgotten.username')}
          </Text>
          <Text size="sm" c="dimmed">
            {t('forgotten.usernameDetail')}
          </Text>
        </div>
        <ToSignIn />
      </Stack>
    </AuthLayout>
  );
}

function Ask({ onAsked }: { onAsked: () => void }) {
  const { t } = useTranslation('auth');
  const attempt = useAttempt();
  const [login, setLogin] = useState('');
  const [isMissing, setMissing] = useState(false);

  const ask = async (): Promise<void> => {
    setMissing(login.trim() === '');
    if (login.trim() === '') return;
    const payload = await attempt.run(async () => {
      const input = { login: login.trim() };
      return (await request(RequestPasswordResetDocument, { input })).requestPasswordReset;
    });
    if (payload) onAsked();
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void ask();
      }}
    >
      <Stack gap="md">
        <Text>{t('forgotten.explanation')}</Text>
        <AttemptMessages attempt={attempt} />
        <TextInput
          label={t('password.login')}
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          size="md"
          autoFocus
          value={login}
          onChange={(event) => {
            setLogin(event.currentTarget.value);
          }}
          error={isMissing && login.trim() === '' ? t('password.loginRequired') : null}
        />
        <Button
          type="submit"
          size="md"
          fullWidth
          loading={attempt.isPending}
          disabled={attempt.secondsLeft > 0}
        >
          {t('forgotten.submit')}
        </Button>
      </Stack>
    </form>
  );
}

function Asked() {
  const { t } = useTranslation('auth');
  const { hasOutbox } = useEnvironment();
  return (
    <Alert role="status" icon={<IconMail aria-hidden />} title={t('forgotten.asked')}>
      <Text size="sm">{t('forgotten.askedDetail')}</Text>
      {hasOutbox && (
        <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/outbox" />}>
          {t('password.outbox')}
        </Anchor>
      )}
    </Alert>
  );
}
