import { Avatar, Menu, Text, UnstyledButton } from '@mantine/core';
import { IconFileExport, IconLogout, IconShieldLock, IconUserCircle } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { forgetViewer, useViewer } from '@/auth/session';
import { SignOutDocument } from '@/auth/sign-in-documents';
import { useDocumentMutation } from '@/graphql';
import { lookAt } from '@/looking-back/looked-at';

export function UserMenu() {
  const { t } = useTranslation(['app', 'settings']);
  const { user, role } = useViewer();
  const signOut = useSignOut();
  return (
    <Menu withinPortal={false} position="bottom-end" shadow="md" width={240}>
      <Menu.Target>
        <UnstyledButton
          aria-label={t('shell.user', { name: user.displayName })}
          style={{ borderRadius: '50%' }}
        >
          <Avatar name={user.displayName} size={34} color="teal" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div style={{ padding: '0.375rem 0.75rem 0.5rem' }}>
          <Text fw={600} size="sm" truncate>
            {user.displayName}
          </Text>
          <Text size="xs" c="dimmed">
            {t(`settings:role.${role}`)}
          </Text>
        </div>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconUserCircle size={16} aria-hidden />}
          renderRoot={(props) => <Link {...props} to="/account" />}
        >
          {t('menu.account')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconShieldLock size={16} aria-hidden />}
          renderRoot={(props) => <Link {...props} to="/account/security" />}
        >
          {t('menu.security')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconFileExport size={16} aria-hidden />}
          renderRoot={(props) => <Link {...props} to="/jobs" />}
        >
          {t('menu.jobs')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={signOut}>
          {t('shell.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function useSignOut(): () => Promise<void> {
  const queryClient = useQueryClient();
  const router = useRouter();
  const { mutateAsync } = useDocumentMutation(SignOutDocument);
  return async () => {
    await mutateAsync({});
    await router.navigate({ to: '/sign-in', search: { reason: 'signed-out' } });
    forgetViewer(queryClient);
    lookAt(null);
  };
}
