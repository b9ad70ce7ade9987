import { Button, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Throttled } from '../Throttled';
import { NewPasswordField, PasswordRules } from '../NewPasswordField';
import type { Attempt } from '../use-attempt';

export interface ChoosePasswordFormProps {
  username: string;
  submitLabel: string;
  attempt: Attempt;
  onPassword: (password: string) => Promise<void>;
}

/** A new password for an account that a link from a mail is about. */
export function ChoosePasswordForm(props: ChoosePasswordFormProps) {
  const { username, submitLabel, attempt, onPassword } = props;
  const { t } = useTranslation('auth');
  const [password, setPassword] = useState('');
  const [isMissing, setMissing] = useState(false);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(password === '');
        if (password !== '') void onPassword(password);
      }}
    >
      <Stack gap="md">
        {attempt.isThrottled && <Throttled seconds={attempt.secondsLeft} />}
        <TextInput
          label={t('newPassword.username')}
          description={t('newPassword.usernameHint')}
          // Password managers keep the two together.
          name="username"
          autoComplete="username"
          size="md"
          readOnly
          value={username}
        />
        <PasswordRules />
        <NewPasswordField
          label={t('newPassword.label')}
          name="password"
          size="md"
          data-autofocus
          autoFocus
          value={password}
          onChange={(event) => {
            setPassword(event.currentTarget.value);
          }}
          error={isMissing && password === '' ? t('newPassword.required') : attempt.problem}
        />
        <Button
          type="submit"
          size="md"
          fullWidth
          loading={attempt.isPending}
          disabled={attempt.secondsLeft > 0}
        >
          {submitLabel}
        </Button>
      </Stack>
    </form>
  );
}
