import { Anchor, Button, Divider, Stack, Text } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { PageTitle } from '@/design';
import { request } from '@/graphql';

import { AttemptMessages } from './AttemptMessages';
import { CodeForm } from './CodeForm';
import { PasskeyButton } from './PasskeyButton';
import { RecoveryCodeForm } from './RecoveryCodeForm';
import { arePasskeysSupported, askPasskey } from './passkey';
import {
  BeginPasskeyVerificationDocument,
  VerifyPasskeyDocument,
  VerifySecondFactorDocument,
} from './sign-in-documents';
import type { SignInStepProps } from './step';
import { useAttempt } from './use-attempt';

/** The second factor of someone who has set it up before: a code, a passkey or a recovery code. */
export function CodeStep(props: SignInStepProps) {
  const { ticket, onRestart } = props;
  const { t } = useTranslation('auth');
  const [isAppLost, setAppLost] = useState(false);
  return (
    <Stack gap="md">
      {isAppLost ? (
        <RecoveryCodeForm {...props} />
      ) : (
        <AppCode
          {...props}
          onAppLost={
            ticket.hasRecoveryCodes
              ? () => {
                  setAppLost(true);
                }
              : null
          }
        />
      )}
      {isAppLost && (
        <Anchor
          component="button"
          type="button"
          size="sm"
          ta="left"
          onClick={() => {
            setAppLost(false);
          }}
        >
          {t('recovery.useApp')}
        </Anchor>
      )}
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

/** `onAppLost` is null for someone without recovery codes. */
function AppCode(props: SignInStepProps & { onAppLost: (() => void) | null }) {
  const { ticket, onSignedIn, onTicketExpired, onAppLost } = props;
  const { t } = useTranslation('auth');
  const attempt = useAttempt(onTicketExpired);
  const passkey = usePasskeySignIn(props);
  const hasPasskey = ticket.hasPasskey && arePasskeysSupported();

  const verify = async (code: string): Promise<boolean> => {
    const payload = await attempt.run(async () => {
      const input = { ticket: ticket.value, code };
      return (await request(VerifySecondFactorDocument, { input })).verifySecondFactor;
    });
    if (payload?.viewer) await onSignedIn();
    return payload?.viewer != null;
  };

  return (
    <>
      <PageTitle>{t('code.title')}</PageTitle>
      <Text>{t('code.explanation', { account: ticket.login })}</Text>
      <CodeForm attempt={attempt} onCode={verify} autoFocus />
      {(hasPasskey || onAppLost) && <Divider label={t('code.or')} />}
      {hasPasskey && (
        <>
          <AttemptMessages attempt={passkey.attempt} />
          <PasskeyButton attempt={passkey.attempt} onClick={passkey.use} />
        </>
      )}
      {onAppLost && (
        <Button
          variant="default"
          size="md"
          leftSection={<IconFileText size={20} aria-hidden />}
          onClick={onAppLost}
        >
          {t('recovery.use')}
        </Button>
      )}
    </>
  );
}

function usePasskeySignIn({ ticket, onSignedIn, onTicketExpired }: SignInStepProps) {
  const attempt = useAttempt(onTicketExpired);
  const use = async (): Promise<void> => {
    const payload = await attempt.run(async () => {
      const input = { ticket: ticket.value };
      const begun = (await request(BeginPasskeyVerificationDocument, { input }))
        .beginPasskeyVerification;
      if (!begun.options) return { viewer: null, userErrors: begun.userErrors };
      const credential = await askPasskey(begun.options);
      return (await request(VerifyPasskeyDocument, { input: { ...input, credential } }))
        .verifyPasskey;
    });
    if (payload?.viewer) await onSignedIn();
  };
  return { attempt, use };
}
