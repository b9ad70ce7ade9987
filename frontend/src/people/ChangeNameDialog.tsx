import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { DialogPattern, FormErrors, notify } from '@/design';
import { useWrite } from '@/graphql';

import { ChangeEmailDocument, ChangeUsernameDocument } from './account-documents';
import { type Account, PEOPLE_QUERIES } from './people-documents';

interface ChangeNameDialogProps {
  account: Account;
  /** What changes. An address counts only once a link mailed to it was followed. */
  name: 'username' | 'email';
  onClose: () => void;
}

export function ChangeNameDialog({ account, name, onClose }: ChangeNameDialogProps) {
  const { t } = useTranslation(['people', 'app']);
  const id = useId();
  const [value, setValue] = useState(name === 'username' ? account.user.username : account.email);
  const { save, isPending, errorOf, general } = useChange(account.id, name);
  return (
    <DialogPattern
      opened
      onClose={onClose}
      title={t(`change.${name}.title`)}
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" form={id} loading={isPending} disabled={value.trim() === ''}>
            {t(`change.${name}.submit`)}
          </Button>
        </>
      }
    >
      <form
        id={id}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save(value.trim()).then((isDone) => {
            if (!isDone) return;
            notify({ message: t(`change.${name}.done`, { value: value.trim() }) });
            onClose();
          });
        }}
      >
        <Stack gap="md">
          <FormErrors errors={general} />
          <Text fz="sm">{t(`change.${name}.detail`, { name: account.user.displayName })}</Text>
          <TextInput
            label={t(`field.${name}`)}
            type={name === 'email' ? 'email' : 'text'}
            maxLength={name === 'email' ? 254 : 64}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            data-autofocus
            value={value}
            error={errorOf[name]}
            onChange={({ currentTarget }) => {
              setValue(currentTarget.value);
            }}
          />
        </Stack>
      </form>
    </DialogPattern>
  );
}

function useChange(id: string, name: 'username' | 'email') {
  const options = { fields: [name], refresh: PEOPLE_QUERIES };
  const username = useWrite(ChangeUsernameDocument, {
    ...options,
    payload: (reply) => reply.changeUsername,
  });
  const email = useWrite(ChangeEmailDocument, {
    ...options,
    payload: (reply) => reply.changeEmail,
  });
  const save = async (value: string): Promise<boolean> => {
    const answer =
      name === 'username'
        ? await username.write({ input: { id, username: value } })
        : await email.write({ input: { id, email: value } });
    return answer !== null;
  };
  return { ...(name === 'username' ? username : email), save };
}
