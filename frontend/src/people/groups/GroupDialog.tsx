import { Button, Stack, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { DialogPattern, FormErrors, notify } from '@/design';
import { useWrite } from '@/graphql';
import { type PickOption, userOptions } from '@/registers/pickers/option-source';
import { RemotePicker } from '@/registers/pickers/RemotePicker';

import { useRequired } from '../useRequired';
import {
  CreateGroupDocument,
  GROUP_QUERIES,
  type PeopleGroup,
  UpdateGroupDocument,
} from './group-documents';

interface GroupDialogProps {
  /** Null: a new one is made. */
  group: PeopleGroup | null;
  onClose: () => void;
}

const FIELDS = ['name', 'description', 'memberIds'];

export function GroupDialog({ group, onClose }: GroupDialogProps) {
  const { t } = useTranslation(['people', 'registers']);
  const id = useId();
  const [name, setName] = useState(group?.name ?? '');
  const [description, setDescription] = useState(group?.description ?? '');
  const [members, setMembers] = useState<PickOption[]>(
    () => group?.members.map((user) => ({ id: user.id, label: user.displayName })) ?? [],
  );
  const { save, isPending, errorOf, general } = useSaveGroup(group);
  const required = useRequired({ name });
  const errors = { ...errorOf, ...required.errors };
  const submit = async () => {
    if (!required.check()) return;
    const isDone = await save({ name, description, memberIds: members.map((one) => one.id) });
    if (!isDone) return;
    notify({ message: t('groups.saved', { name }) });
    onClose();
  };
  return (
    <DialogPattern
      opened
      onClose={onClose}
      title={group ? t('groups.changeTitle', { name: group.name }) : t('groups.new')}
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" form={id} loading={isPending}>
            {t(group ? 'person.save' : 'groups.create')}
          </Button>
        </>
      }
    >
      <form
        id={id}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack gap="md">
          <FormErrors errors={general} />
          <TextInput
            label={t('groups.name')}
            data-autofocus
            maxLength={100}
            value={name}
            error={errors.name}
            onChange={({ currentTarget }) => {
              setName(currentTarget.value);
            }}
          />
          <TextInput
            label={t('groups.purpose')}
            description={t('groups.purposeHint')}
            maxLength={500}
            value={description}
            error={errors.description}
            onChange={({ currentTarget }) => {
              setDescription(currentTarget.value);
            }}
          />
          <RemotePicker
            source={userOptions}
            isMultiple
            label={t('groups.members')}
            placeholder={t('registers:picker.chooseUser')}
            value={members}
            onChange={setMembers}
            {...(errors.memberIds && { error: errors.memberIds })}
          />
        </Stack>
      </form>
    </DialogPattern>
  );
}

function useSaveGroup(group: PeopleGroup | null) {
  const options = { fields: FIELDS, refresh: GROUP_QUERIES };
  const made = useWrite(CreateGroupDocument, { ...options, payload: (reply) => reply.createGroup });
  const changed = useWrite(UpdateGroupDocument, {
    ...options,
    payload: (reply) => reply.updateGroup,
  });
  const save = async (draft: { name: string; description: string; memberIds: string[] }) => {
    const answer = group
      ? await changed.write({ input: { ...draft, id: group.id, version: group.version } })
      : await made.write({ input: draft });
    return answer !== null;
  };
  return { ...(group ? changed : made), save };
}
