import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { PageTitle, notify } from '@/design';
import { request } from '@/graphql';

import { Throttled } from './Throttled';
import { tidyRecoveryCode } from './recovery-code';
import { UseRecoveryCodeDocument } from './sign-in-documents';
import type { SignInStepProps } from './step';
import { useAttempt } from './use-attempt';

/** One of the codes that were kept when 2FA was activated, instead of a code from the app. */
export function RecoveryCodeForm({ ticket, onSignedIn, onTicketExpired }: SignInStepProps) {
  const { t } = useTranslation('auth');
  const attempt = useAttempt(onTicketExpired, { INVALID_CODE: t('recovery.wrong') });
  const [code, setCode] = useState('');

  const send = async (): Promise<void> => {
    const payload = await attempt.run(async () => {
      const input = { ticket: ticket.value, code: tidyRecoveryCode(code) };
      return (await request(UseRecoveryCodeDocument, { input })).useRecoveryCode;
    });
    if (!payload?.viewer) return;
    notify({ message: t('recovery.used', { count: payload.recoveryCodesLeft ?? 0 }) });
    await onSignedIn();
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Stack gap="md">
        <PageTitle>{t('recovery.title')}</PageTitle>
        <Text>{t('recovery.explanation')}</Text>
        {attempt.isThrottled && <Throttled seconds={attempt.secondsLeft} />}
        <TextInput
          label={t('recovery.label')}
          placeholder="XXXX-XXXX-XXXX-XXXX"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          size="md"
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
          autoFocus
          value={code}
          onChange={(event) => {
            setCode(event.currentTarget.value);
          }}
          error={attempt.problem}
        />
        <Button
          type="submit"
          size="md"
          loading={attempt.isPending}
          disabled={code.trim() === '' || attempt.secondsLeft > 0}
        >
          {t('code.submit')}
        </Button>
      </Stack>
    </form>
  );
}
