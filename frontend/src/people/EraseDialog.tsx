import { List, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ConfirmDialog, FormErrors, notify } from '@/design';
import { useWrite } from '@/graphql';

import { ErasePersonDocument } from './account-documents';
import { type Account, PEOPLE_QUERIES } from './people-documents';

const CONSEQUENCES = ['name', 'log', 'final'] as const;

/** Wipes who an archived person was: it cannot be undone, so their username must be typed. */
export function EraseDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation('people');
  const [typed, setTyped] = useState('');
  const { write, isPending, general } = useWrite(ErasePersonDocument, {
    payload: (reply) => reply.erasePerson,
    refresh: [...PEOPLE_QUERIES, 'AuditEvents'],
  });
  const { displayName: name, username } = account.user;
  const erase = async () => {
    if (!(await write({ input: { id: account.id } }))) return;
    notify({ message: t('erase.done') });
    onClose();
  };
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      onConfirm={() => void erase()}
      isPending={isPending}
      isBlocked={typed.trim() !== username}
      isDanger
      title={t('erase.title', { name })}
      confirmLabel={t('erase.confirm')}
      message={
        <Stack gap="sm">
          <FormErrors errors={general} />
          <List size="sm" spacing={4}>
            {CONSEQUENCES.map((consequence) => (
              <List.Item key={consequence}>{t(`erase.means.${consequence}`, { name })}</List.Item>
            ))}
          </List>
          <Text fz="sm">{t('erase.law')}</Text>
          <TextInput
            label={t('erase.type', { username })}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={typed}
            onChange={({ currentTarget }) => {
              setTyped(currentTarget.value);
            }}
          />
        </Stack>
      }
    />
  );
}
