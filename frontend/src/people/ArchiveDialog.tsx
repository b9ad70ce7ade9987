import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ConfirmDialog, FormErrors, notify } from '@/design';
import { useWrite } from '@/graphql';
import { type PickOption, userOptions } from '@/registers/pickers/option-source';
import { RemotePicker } from '@/registers/pickers/RemotePicker';

import { ArchiveUserDocument } from './account-documents';
import { type Account, PEOPLE_QUERIES } from './people-documents';

/** Somebody leaves: what they did stays, what is open can be handed over. */
export function ArchiveDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation(['people', 'registers']);
  const [heir, setHeir] = useState<PickOption[]>([]);
  const { write, isPending, errorOf, general } = useWrite(ArchiveUserDocument, {
    payload: (reply) => reply.archiveUser,
    fields: ['reassignTo'],
    refresh: [...PEOPLE_QUERIES, 'RecordDetail', 'RegisterRecords'],
  });
  const name = account.user.displayName;
  const count = account.openRecordCount;
  const archive = async () => {
    const input = { id: account.id, version: account.version, reassignTo: heir[0]?.id ?? null };
    if (!(await write({ input }))) return;
    notify({ message: t('archive.done', { name }) });
    onClose();
  };
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      onConfirm={() => void archive()}
      isPending={isPending}
      isDanger
      title={t('archive.title', { name })}
      confirmLabel={t(heir.length > 0 ? 'archive.confirmHandOver' : 'archive.confirm')}
      message={
        <Stack gap="sm">
          <FormErrors errors={general} />
          <Text fz="sm">{t('archive.means', { name })}</Text>
          {count > 0 ? (
            <>
              <Text fz="sm" fw={550}>
                {t('archive.open', { count, name })}
              </Text>
              <RemotePicker
                source={{
                  key: [...userOptions.key, 'except', account.user.id],
                  find: async (search) =>
                    (await userOptions.find(search)).filter(({ id }) => id !== account.user.id),
                }}
                label={t('archive.handOver')}
                description={t('archive.handOverHint')}
                placeholder={t('registers:picker.chooseUser')}
                value={heir}
                onChange={setHeir}
                {...(errorOf.reassignTo && { error: errorOf.reassignTo })}
              />
            </>
          ) : (
            <Text fz="sm" c="dimmed">
              {t('archive.nothingOpen', { name })}
            </Text>
          )}
        </Stack>
      }
    />
  );
}
