import { Button, Divider, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { DialogPattern } from '@/design';
import { answerStepUp, request, useIsAskingForCode } from '@/graphql';

import { AttemptMessages } from './AttemptMessages';
import { CodeForm } from './CodeForm';
import { PasskeyButton } from './PasskeyButton';
import { arePasskeysSupported, askPasskey } from './passkey';
import { useViewer } from './session';
import { BeginPasskeyStepUpDocument, StepUpDocument } from './step-up-documents';
import { useAttempt } from './use-attempt';

/**
 * Asks for a code again before something sensitive is done. Once, in the shell: whatever mutation the
 * server refuses with STEP_UP_REQUIRED waits for it (see `graphql/step-up`).
 */
export function StepUpDialog() {
  const { t } = useTranslation('auth');
  const isAsking = useIsAskingForCode();
  return (
    <DialogPattern opened={isAsking} onClose={giveUp} title={t('stepUp.title')} size="sm" isOnTop>
      <Question />
    </DialogPattern>
  );
}

/** Once the key press is over: the same Escape would close the dialog below as well. */
function giveUp(): void {
  setTimeout(() => {
    answerStepUp(false);
  });
}

function Question() {
  const { t } = useTranslation(['auth', 'app']);
  const { hasPasskey } = useViewer();
  const byCode = useAttempt();
  const byPasskey = useAttempt();

  const showCode = async (code: string): Promise<boolean> => {
    const payload = await byCode.run(
      async () => (await request(StepUpDocument, { input: { code } })).stepUp,
    );
    if (payload) answerStepUp(true);
    return payload !== null;
  };

  const showPasskey = async (): Promise<void> => {
    const payload = await byPasskey.run(async () => {
      const begun = (await request(BeginPasskeyStepUpDocument)).beginPasskeyStepUp;
      if (!begun.options) return begun;
      const credential = await askPasskey(begun.options);
      return (await request(StepUpDocument, { input: { credential } })).stepUp;
    });
    if (payload) answerStepUp(true);
  };

  return (
    <Stack gap="md">
      <Text size="sm">{t('stepUp.explanation')}</Text>
      <CodeForm attempt={byCode} onCode={showCode} autoFocus />
      {hasPasskey && arePasskeysSupported() && (
        <>
          <Divider label={t('code.or')} />
          <AttemptMessages attempt={byPasskey} />
          <PasskeyButton attempt={byPasskey} onClick={showPasskey} />
        </>
      )}
      <Button variant="subtle" color="gray" onClick={giveUp}>
        {t('app:action.cancel')}
      </Button>
    </Stack>
  );
}
