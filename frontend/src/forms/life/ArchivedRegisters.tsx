import { Button, Text } from '@mantine/core';
import { IconRestore } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { DataTable, DateText, ErrorState, LoadingState, notify } from '@/design';
import { useUserErrors, useWrite } from '@/graphql';

import {
  type ArchivedForm,
  LIFE_QUERIES,
  RestoreFormDocument,
  archivedFormsQuery,
} from './life-documents';

/** Registers that were put away, to be brought back. */
export function ArchivedRegisters() {
  const { t } = useTranslation('forms');
  return (
    <>
      <Text size="sm" c="dimmed" p="md" pb="sm">
        {t('life.archivedDescription')}
      </Text>
      <Archived />
    </>
  );
}

function Archived() {
  const { t } = useTranslation('forms');
  const { data, error, refetch } = useQuery(archivedFormsQuery());
  const { restore, isPending } = useRestore();
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState kind="list" rows={2} />;
  const registers = data.archivedForms;
  if (registers.length === 0) {
    return (
      <Text c="dimmed" p="md">
        {t('life.nothingArchived')}
      </Text>
    );
  }
  return (
    <DataTable<ArchivedForm>
      label={t('life.archivedTitle')}
      rows={registers}
      rowId={({ key }) => key}
      columns={[
        { id: 'name', label: t('life.name'), cell: ({ name }) => name },
        {
          id: 'at',
          label: t('life.archivedAt'),
          cell: ({ archivedAt }) => <DateText value={archivedAt} withTime />,
        },
      ]}
      actionsLabel={t('life.actions')}
      actions={({ key, name }) => (
        <Button
          size="compact-sm"
          variant="default"
          loading={isPending}
          aria-label={t('life.restoreOf', { name })}
          leftSection={<IconRestore size={16} aria-hidden />}
          onClick={() => void restore(key)}
        >
          {t('life.restore')}
        </Button>
      )}
    />
  );
}

function useRestore() {
  const { t } = useTranslation('forms');
  const navigate = useNavigate();
  const { sentence } = useUserErrors();
  const { write, isPending } = useWrite(RestoreFormDocument, {
    payload: (reply) => {
      for (const error of reply.restoreForm.userErrors) {
        notify({ message: sentence(error), isError: true });
      }
      return reply.restoreForm;
    },
    refresh: LIFE_QUERIES,
  });
  const restore = async (formKey: string) => {
    const form = (await write({ formKey }))?.form;
    if (!form) return;
    notify({ message: t('life.restored', { name: form.name }) });
    await navigate({ to: '/registers/$formKey', params: { formKey: form.key } });
  };
  return { restore, isPending };
}
