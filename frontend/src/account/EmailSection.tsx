import { Alert, Button, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMail } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { FormDialog, SettingsSection, notify } from '@/design';
import { useWrite } from '@/graphql';

import { ChangeEmailDocument, type MyAccount } from './account-documents';

/** A new address counts once the link that is mailed to it was used. */
export function EmailSection({ account }: { account: MyAccount }) {
  const { t } = useTranslation('account');
  const [isOpen, dialog] = useDisclosure(false);
  return (
    <SettingsSection title={t('email.title')} description={t('email.description')}>
      <Stack gap="xs" align="flex-start">
        <Text style={{ overflowWrap: 'anywhere' }}>{account.email}</Text>
        {account.pendingEmail && (
          <Alert w="100%" icon={<IconMail aria-hidden />} title={t('email.pending')}>
            {t('email.pendingDetail', { email: account.pendingEmail })}
          </Alert>
        )}
        <Button variant="default" onClick={dialog.open}>
          {t('email.change')}
        </Button>
      </Stack>
      {isOpen && <EmailDialog account={account} onClose={dialog.close} />}
    </SettingsSection>
  );
}

function EmailDialog({ account, onClose }: { account: MyAccount; onClose: () => void }) {
  const { t } = useTranslation('account');
  const [email, setEmail] = useState(account.pendingEmail ?? '');
  const { write, isPending, errorOf, general } = useWrite(ChangeEmailDocument, {
    payload: (reply) => reply.changeEmail,
    fields: ['email'],
    refresh: ['MyAccount'],
  });

  const save = async (): Promise<void> => {
    const input = { id: account.id, email: email.trim() };
    if (!(await write({ input }))) return;
    notify({ message: t('email.sent', { email: input.email }) });
    onClose();
  };

  return (
    <FormDialog
      opened
      onClose={onClose}
      onSubmit={() => void save()}
      title={t('email.change')}
      submitLabel={t('email.save')}
      errors={general}
      isPending={isPending}
    >
      <TextInput
        type="email"
        label={t('email.label')}
        description={t('email.hint')}
        autoComplete="email"
        data-autofocus
        value={email}
        onChange={(event) => {
          setEmail(event.currentTarget.value);
        }}
        error={errorOf.email}
      />
    </FormDialog>
  );
}
