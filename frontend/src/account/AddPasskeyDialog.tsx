import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { createPasskey } from '@/auth/passkey';
import { useAttempt } from '@/auth/use-attempt';
import { FormDialog, notify } from '@/design';
import { useDocumentMutation } from '@/graphql';

import { deviceName } from './device-name';
import {
  BeginPasskeyRegistrationDocument,
  FinishPasskeyRegistrationDocument,
} from './factor-documents';
import { useRefreshAccount } from './use-refresh-account';

/** A name for it, and then the browser takes over. */
export function AddPasskeyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['account', 'errors']);
  const [name, setName] = useState(() => deviceName(navigator.userAgent));
  const attempt = useAttempt();
  const refresh = useRefreshAccount();
  // The dialog itself says what went wrong.
  const silent = { meta: { silent: true } };
  const begin = useDocumentMutation(BeginPasskeyRegistrationDocument, silent);
  const finish = useDocumentMutation(FinishPasskeyRegistrationDocument, silent);

  const add = async (): Promise<void> => {
    const payload = await attempt.run(async () => {
      const begun = (await begin.mutateAsync({})).beginPasskeyRegistration;
      if (!begun.options) return begun;
      const credential = await createPasskey(begun.options);
      const input = { name: name.trim(), credential };
      return (await finish.mutateAsync({ input })).finishPasskeyRegistration;
    });
    if (!payload) return;
    notify({ message: t('passkeys.added', { name: name.trim() }) });
    onClose();
    await refresh();
  };

  const waiting = attempt.secondsLeft > 0 ? [t('errors:app.THROTTLED.detail')] : [];
  return (
    <FormDialog
      opened
      onClose={onClose}
      onSubmit={() => void add()}
      title={t('passkeys.add')}
      submitLabel={t('passkeys.add')}
      errors={attempt.problem ? [attempt.problem] : waiting}
      isPending={attempt.isPending}
    >
      <Text size="sm">{t('passkeys.addDetail')}</Text>
      <TextInput
        label={t('passkeys.name')}
        description={t('passkeys.nameHint')}
        data-autofocus
        value={name}
        onChange={(event) => {
          setName(event.currentTarget.value);
        }}
      />
    </FormDialog>
  );
}
