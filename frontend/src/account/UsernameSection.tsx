import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { refreshViewer } from '@/auth/session';
import { FormDialog, SettingsSection, notify } from '@/design';
import { useWrite } from '@/graphql';

import { ChangeUsernameDocument, type MyAccount } from './account-documents';

export function UsernameSection({ account }: { account: MyAccount }) {
  const { t } = useTranslation('account');
  const [isOpen, dialog] = useDisclosure(false);
  return (
    <SettingsSection title={t('username.title')} description={t('username.description')}>
      <Stack gap="xs" align="flex-start">
        <Text>{account.user.username}</Text>
        <Button variant="default" onClick={dialog.open}>
          {t('username.change')}
        </Button>
      </Stack>
      {isOpen && <UsernameDialog account={account} onClose={dialog.close} />}
    </SettingsSection>
  );
}

function UsernameDialog({ account, onClose }: { account: MyAccount; onClose: () => void }) {
  const { t } = useTranslation('account');
  const queryClient = useQueryClient();
  const [username, setUsername] = useState(account.user.username);
  const { write, isPending, errorOf, general } = useWrite(ChangeUsernameDocument, {
    payload: (reply) => reply.changeUsername,
    fields: ['username'],
    refresh: ['MyAccount'],
  });

  const save = async (): Promise<void> => {
    const input = { id: account.id, username: username.trim() };
    if (!(await write({ input }))) return;
    await refreshViewer(queryClient);
    notify({ message: t('username.saved', { username: input.username }) });
    onClose();
  };

  return (
    <FormDialog
      opened
      onClose={onClose}
      onSubmit={() => void save()}
      title={t('username.change')}
      submitLabel={t('username.save')}
      errors={general}
      isPending={isPending}
    >
      <TextInput
        label={t('username.label')}
        description={t('username.hint')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        data-autofocus
        value={username}
        onChange={(event) => {
          setUsername(event.currentTarget.value);
        }}
        error={errorOf.username}
      />
    </FormDialog>
  );
}
