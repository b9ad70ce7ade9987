import { Button, VisuallyHidden } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { NewPasswordField, PasswordRules } from '@/auth/NewPasswordField';
import { PasswordField } from '@/auth/PasswordField';
import { FormDialog, SettingsSection, notify } from '@/design';
import { useWrite } from '@/graphql';

import { ChangePasswordDocument } from './account-documents';

export function PasswordSection({ username }: { username: string }) {
  const { t } = useTranslation('account');
  const [isOpen, dialog] = useDisclosure(false);
  return (
    <SettingsSection title={t('password.title')} description={t('password.description')}>
      <Button variant="default" onClick={dialog.open}>
        {t('password.change')}
      </Button>
      {isOpen && <PasswordDialog username={username} onClose={dialog.close} />}
    </SettingsSection>
  );
}

function PasswordDialog({ username, onClose }: { username: string; onClose: () => void }) {
  const { t } = useTranslation(['account', 'auth']);
  const [currentPassword, setCurrentPassword] = useState('');
  const [newPassword, setNewPassword] = useState('');
  const { write, isPending, errorOf, general } = useWrite(ChangePasswordDocument, {
    payload: (reply) => reply.changePassword,
    fields: ['currentPassword', 'newPassword'],
    refresh: ['Sessions'],
  });

  const save = async (): Promise<void> => {
    if (!(await write({ input: { currentPassword, newPassword } }))) return;
    notify({ message: t('password.saved') });
    onClose();
  };

  return (
    <FormDialog
      opened
      onClose={onClose}
      onSubmit={() => void save()}
      title={t('password.change')}
      submitLabel={t('password.change')}
      errors={general}
      isPending={isPending}
    >
      {/* For password managers, which keep it with the new password. */}
      <VisuallyHidden>
        <input
          aria-label={t('username.label')}
          autoComplete="username"
          readOnly
          tabIndex={-1}
          value={username}
        />
      </VisuallyHidden>
      <PasswordField
        label={t('password.current')}
        autoComplete="current-password"
        data-autofocus
        value={currentPassword}
        onChange={(event) => {
          setCurrentPassword(event.currentTarget.value);
        }}
        error={errorOf.currentPassword && t('password.wrong')}
      />
      <PasswordRules />
      <NewPasswordField
        label={t('auth:newPassword.label')}
        value={newPassword}
        onChange={(event) => {
          setNewPassword(event.currentTarget.value);
        }}
        error={errorOf.newPassword}
      />
    </FormDialog>
  );
}
