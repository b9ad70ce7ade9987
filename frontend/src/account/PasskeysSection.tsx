import { Button, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFingerprint } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { arePasskeysSupported } from '@/auth/passkey';
import { ConfirmDialog, DateText, RelativeTime, SettingsSection, notify } from '@/design';
import { useWrite } from '@/graphql';

import { AddPasskeyDialog } from './AddPasskeyDialog';
import { RenamePasskeyDialog } from './RenamePasskeyDialog';
import { Row, Rows } from './Rows';
import { type Passkey, RemovePasskeyDocument, passkeysQuery } from './factor-documents';
import { useRefreshAccount } from './use-refresh-account';

/** Keys on one's devices, to use instead of a code. */
export function PasskeysSection() {
  const { t } = useTranslation('account');
  const { passkeys } = useSuspenseQuery(passkeysQuery()).data;
  const [isAdding, adding] = useDisclosure(false);
  return (
    <SettingsSection title={t('passkeys.title')} description={t('passkeys.description')}>
      <Stack gap="xs" align="flex-start">
        {passkeys.length > 0 && (
          <Rows label={t('passkeys.title')}>
            {passkeys.map((passkey) => (
              <PasskeyRow key={passkey.id} passkey={passkey} />
            ))}
          </Rows>
        )}
        {arePasskeysSupported() ? (
          <Button
            variant="default"
            leftSection={<IconFingerprint size={18} aria-hidden />}
            onClick={adding.open}
          >
            {t('passkeys.add')}
          </Button>
        ) : (
          <Text size="sm" c="dimmed">
            {t('passkeys.unsupported')}
          </Text>
        )}
      </Stack>
      {isAdding && <AddPasskeyDialog onClose={adding.close} />}
    </SettingsSection>
  );
}

function PasskeyRow({ passkey }: { passkey: Passkey }) {
  const { t } = useTranslation(['account', 'app']);
  const [open, setOpen] = useState<'rename' | 'remove' | null>(null);
  const close = (): void => {
    setOpen(null);
  };
  return (
    <Row
      icon={<IconFingerprint size={20} aria-hidden />}
      name={passkey.name}
      actions={
        <>
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={t('passkeys.renameOf', { name: passkey.name })}
            onClick={() => {
              setOpen('rename');
            }}
          >
            {t('passkeys.rename')}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            color="red"
            aria-label={t('passkeys.removeOf', { name: passkey.name })}
            onClick={() => {
              setOpen('remove');
            }}
          >
            {t('app:action.remove')}
          </Button>
        </>
      }
    >
      {t('passkeys.made')} <DateText value={passkey.createdAt} />
      {' · '}
      {passkey.lastUsedAt ? (
        <>
          {t('passkeys.used')} <RelativeTime value={passkey.lastUsedAt} />
        </>
      ) : (
        t('passkeys.unused')
      )}
      {open === 'rename' && <RenamePasskeyDialog passkey={passkey} onClose={close} />}
      {open === 'remove' && <RemovePasskeyDialog passkey={passkey} onClose={close} />}
    </Row>
  );
}

function RemovePasskeyDialog({ passkey, onClose }: { passkey: Passkey; onClose: () => void }) {
  const { t } = useTranslation('account');
  const refresh = useRefreshAccount();
  const { write, isPending, general } = useWrite(RemovePasskeyDocument, {
    payload: (reply) => reply.removePasskey,
  });

  const remove = async (): Promise<void> => {
    if (!(await write({ input: { id: passkey.id } }))) return;
    notify({ message: t('passkeys.removed', { name: passkey.name }) });
    onClose();
    await refresh();
  };

  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      onConfirm={() => void remove()}
      title={t('passkeys.removeOf', { name: passkey.name })}
      message={general[0] ?? t('passkeys.removeDetail')}
      confirmLabel={t('passkeys.remove')}
      isDanger
      isPending={isPending}
    />
  );
}
