import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { StatusBadge, notify } from '@/design';
import { graphql, useDocumentMutation, useUserErrors } from '@/graphql';

import type { RegisterForm, RegisterStatus } from '../register-form';
import type { RecordDetail } from './record-query';
import { useRefreshRecords } from './useRefreshRecords';

const ChangeStatusDocument = graphql(`
  mutation ChangeRecordStatus($input: ChangeRecordStatusInput!) {
    changeRecordStatus(input: $input) {
      record {
        id
        version
      }
      userErrors {
        code
        path
        params
      }
    }
  }
`);

/** The statuses the record may go to from here. */
export function StatusMenu({ form, record }: { form: RegisterForm; record: RecordDetail }) {
  const { t } = useTranslation('registers');
  const { sentence } = useUserErrors();
  const refresh = useRefreshRecords();
  const { mutateAsync, isPending } = useDocumentMutation(ChangeStatusDocument);
  const next = form.statuses.filter((status) => record.status.nextKeys.includes(status.key));
  if (next.length === 0) return null;

  const change = async (status: RegisterStatus) => {
    const { changeRecordStatus } = await mutateAsync({
      input: { id: record.id, version: record.version, statusKey: status.key },
    });
    const { userErrors } = changeRecordStatus;
    const error = userErrors[0];
    // Fields that must be filled in before the record may stand there.
    const missing = form.fields.filter((field) =>
      userErrors.some(({ code, path }) => code === 'REQUIRED' && path.at(-1) === field.key),
    );
    const explain = (): string => {
      if (missing.length > 0) {
        return t('status.missing', { fields: missing.map((field) => field.label).join(', ') });
      }
      if (error?.code === 'CONFLICT') return t('status.conflict');
      return error ? sentence(error) : '';
    };
    await refresh();
    notify(
      error
        ? {
            isError: true,
            title: t('status.notChanged'),
            message: explain(),
          }
        : { message: t('status.changed', { status: status.label }) },
    );
  };

  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button
          variant="default"
          loading={isPending}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {t('status.change')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('status.to')}</Menu.Label>
        {next.map((status) => (
          <Menu.Item
            key={status.key}
            onClick={() => {
              // A failed request is told by the toast of the mutation cache.
              change(status).catch(() => undefined);
            }}
          >
            <StatusBadge label={status.label} colour={status.colour} kind={status.kind} />
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
