import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Facts } from '@/design';

import { ChangeNameDialog } from './ChangeNameDialog';
import type { Account } from './people-documents';

/** What somebody signs in with, and where mail goes. */
export function SignInNames({ account }: { account: Account }) {
  const { t } = useTranslation('people');
  const [changing, setChanging] = useState<'username' | 'email' | null>(null);
  const canChange = account.viewerCanEdit && account.status !== 'ARCHIVED';
  const line = (name: 'username' | 'email', value: string) => (
    <Group gap="xs" justify="space-between">
      <span>{value}</span>
      {canChange && (
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={t(`change.${name}.button`)}
          onClick={() => {
            setChanging(name);
          }}
        >
          {t('change.button')}
        </Button>
      )}
    </Group>
  );
  return (
    <>
      <Facts
        facts={[
          [t('field.username'), line('username', account.user.username)],
          [
            t('field.email'),
            <div key="email">
              {line('email', account.email)}
              {account.pendingEmail && (
                <Text fz="xs" c="dimmed">
                  {t('person.pendingEmail', { email: account.pendingEmail })}
                </Text>
              )}
            </div>,
          ],
          [t('person.password'), t('person.passwordOwn')],
        ]}
      />
      {changing && (
        <ChangeNameDialog
          account={account}
          name={changing}
          onClose={() => {
            setChanging(null);
          }}
        />
      )}
    </>
  );
}
