import { Anchor, Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { PageTitle } from '@/design';
import { request } from '@/graphql';

import { AttemptMessages } from './AttemptMessages';
import { PasswordField } from './PasswordField';
import { useEnvironment } from './session';
import { SignInDocument } from './sign-in-documents';
import { type Ticket, ticketOf } from './ticket';
import { useAttempt } from './use-attempt';

export function PasswordStep({ onTicket }: { onTicket: (ticket: Ticket) => void }) {
  const { t } = useTranslation('auth');
  const attempt = useAttempt();
  const { hasOutbox } = useEnvironment();
  const form = useForm({
    initialValues: { login: '', password: '' },
    validate: {
      login: (value) => (value.trim() === '' ? t('password.loginRequired') : null),
      password: (value) => (value === '' ? t('password.passwordRequired') : null),
    },
  });

  const submit = form.onSubmit(async ({ login, password }) => {
    const input = { login: login.trim(), password };
    const payload = await attempt.run(
      async () => (await request(SignInDocument, { input })).signIn,
    );
    const ticket = ticketOf(payload, input.login);
    if (ticket) onTicket(ticket);
    else form.getInputNode('password')?.focus();
  });

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <PageTitle>{t('password.title')}</PageTitle>
        <AttemptMessages attempt={attempt} />
        <TextInput
          label={t('password.login')}
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          size="md"
          data-autofocus
          autoFocus
          {...form.getInputProps('login')}
        />
        <PasswordField
          label={t('password.password')}
          name="password"
          autoComplete="current-password"
          size="md"
          {...form.getInputProps('password')}
        />
        <Button
          type="submit"
          size="md"
          fullWidth
          loading={attempt.isPending}
          disabled={attempt.secondsLeft > 0}
        >
          {t('password.submit')}
        </Button>
        <Group justify="space-between" gap="xs">
          <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/forgot-password" />}>
            {t('password.forgotten')}
          </Anchor>
          {hasOutbox && (
            <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/outbox" />}>
              {t('password.outbox')}
            </Anchor>
          )}
        </Group>
      </Stack>
    </form>
  );
}
