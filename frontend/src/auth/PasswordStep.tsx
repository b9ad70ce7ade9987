import { Alert, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconAlertCircle, IconArrowBigUpLine } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { PageTitle } from '@/design';
import { request } from '@/graphql';

import { Throttled } from './Throttled';
import { SignInDocument } from './sign-in-documents';
import type { Ticket } from './ticket';
import { useAttempt } from './use-attempt';

export function PasswordStep({ onTicket }: { onTicket: (ticket: Ticket) => void }) {
  const { t } = useTranslation('auth');
  const attempt = useAttempt(() => undefined);
  const [isPasswordShown, setPasswordShown] = useState(false);
  const [isCapsLockOn, setCapsLockOn] = useState(false);
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
    if (payload?.ticket && payload.nextStep) {
      onTicket({ value: payload.ticket, nextStep: payload.nextStep, login: input.login });
    } else {
      form.getInputNode('password')?.focus();
    }
  });

  const watchCapsLock = (event: KeyboardEvent): void => {
    setCapsLockOn(event.getModifierState('CapsLock'));
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <PageTitle>{t('password.title')}</PageTitle>
        {attempt.problem && (
          <Alert role="alert" color="red" icon={<IconAlertCircle aria-hidden />}>
            {attempt.problem}
          </Alert>
        )}
        {attempt.isThrottled && <Throttled seconds={attempt.secondsLeft} />}
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
        <PasswordInput
          label={t('password.password')}
          name="password"
          autoComplete="current-password"
          size="md"
          onKeyDown={watchCapsLock}
          onKeyUp={watchCapsLock}
          visible={isPasswordShown}
          onVisibilityChange={setPasswordShown}
          visibilityToggleButtonProps={{
            'aria-label': isPasswordShown ? t('password.hide') : t('password.show'),
            tabIndex: 0,
          }}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          description={isCapsLockOn && <CapsLockHint text={t('password.capsLock')} />}
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
      </Stack>
    </form>
  );
}

function CapsLockHint({ text }: { text: string }) {
  return (
    <Text component="span" size="sm" role="status" display="inline-flex" style={{ gap: 4 }}>
      <IconArrowBigUpLine size={16} aria-hidden />
      {text}
    </Text>
  );
}
