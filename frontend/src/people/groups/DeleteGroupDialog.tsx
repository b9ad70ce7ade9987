import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { ConfirmDialog, FormErrors, notify } from '@/design';
import { useWrite } from '@/graphql';

import { DeleteGroupDocument, GROUP_QUERIES, type PeopleGroup } from './group-documents';

interface DeleteGroupDialogProps {
  group: PeopleGroup;
  onClose: () => void;
}

/** A group goes; its people stay, without the rights it gave them. */
export function DeleteGroupDialog({ group, onClose }: DeleteGroupDialogProps) {
  const { t } = useTranslation('people');
  const { write, isPending, general } = useWrite(DeleteGroupDocument, {
    payload: (reply) => reply.deleteGroup,
    refresh: GROUP_QUERIES,
  });
  const remove = async () => {
    if (!(await write({ input: { id: group.id, version: group.version } }))) return;
    notify({ message: t('groups.deleted', { name: group.name }) });
    onClose();
  };
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      onConfirm={() => void remove()}
      isPending={isPending}
      isDanger
      title={t('groups.deleteTitle', { name: group.name })}
      confirmLabel={t('groups.deleteConfirm')}
      message={
        <Stack gap="sm">
          <FormErrors errors={general} />
          <Text fz="sm">{t('groups.deleteMeans', { count: group.memberCount })}</Text>
        </Stack>
      }
    />
  );
}
