import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { ConfirmDialog, notify } from '@/design';
import { useWrite } from '@/graphql';

import { ArchiveFormDocument, LIFE_QUERIES } from './life-documents';

interface ArchiveRegisterDialogProps {
  register: { key: string; name: string; recordCount: number };
  onClose: () => void;
}

/** Asks before an own register is put away, and says what becomes of it. */
export function ArchiveRegisterDialog({ register, onClose }: ArchiveRegisterDialogProps) {
  const { t } = useTranslation('forms');
  const { key, name, recordCount } = register;
  const { write, isPending, general, errorOf } = useWrite(ArchiveFormDocument, {
    payload: (reply) => reply.archiveForm,
    refresh: LIFE_QUERIES,
  });
  const archive = async () => {
    if (!(await write({ formKey: key }))) return;
    notify({ message: t('life.archived', { name }) });
    onClose();
  };
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      onConfirm={() => void archive()}
      title={t('life.confirm.title', { name })}
      message={
        <Stack gap="xs">
          <Text>{t('life.confirm.message', { count: recordCount })}</Text>
          <Text>{t('life.confirm.back')}</Text>
          {[...general, ...Object.values(errorOf)].map((sentence) => (
            <Text key={sentence} c="var(--mantine-color-error)" role="alert">
              {sentence}
            </Text>
          ))}
        </Stack>
      }
      confirmLabel={t('life.confirm.button')}
      isPending={isPending}
    />
  );
}
