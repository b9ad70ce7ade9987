import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { FormDialog } from '@/design';
import { useWrite } from '@/graphql';

import { type Passkey, RenamePasskeyDocument } from './factor-documents';

export function RenamePasskeyDialog(props: { passkey: Passkey; onClose: () => void }) {
  const { passkey, onClose } = props;
  const { t } = useTranslation(['account', 'app']);
  const [name, setName] = useState(passkey.name);
  const { write, isPending, errorOf, general } = useWrite(RenamePasskeyDocument, {
    payload: (reply) => reply.renamePasskey,
    fields: ['name'],
    refresh: ['Passkeys'],
  });
  return (
    <FormDialog
      opened
      onClose={onClose}
      onSubmit={() => {
        void write({ input: { id: passkey.id, name: name.trim() } }).then((done) => {
          if (done) onClose();
        });
      }}
      title={t('passkeys.renameOf', { name: passkey.name })}
      submitLabel={t('app:action.save')}
      errors={general}
      isPending={isPending}
    >
      <TextInput
        label={t('passkeys.name')}
        data-autofocus
        value={name}
        onChange={(event) => {
          setName(event.currentTarget.value);
        }}
        error={errorOf.name}
      />
    </FormDialog>
  );
}
