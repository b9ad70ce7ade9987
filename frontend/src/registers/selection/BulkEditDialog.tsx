import { MultiSelect, Select, Stack, Text } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

import { FieldLabel, FormDialog, notify } from '@/design';

import { STATUS_KEY } from '../edit/field-rules';
import { FormField } from '../edit/FormField';
import type { ListedRecord } from '../list/records-query';
import type { RegisterForm } from '../register-form';
import { BulkProblems } from './BulkProblems';
import { bulkFields, useBulkEdit } from './useBulkEdit';

interface BulkEditDialogProps {
  opened: boolean;
  form: RegisterForm;
  records: readonly Pick<ListedRecord, 'id'>[];
  onDone: () => void;
  onClose: () => void;
}

/** Gives several records the same values: first which fields, then what they become. */
export function BulkEditDialog(props: BulkEditDialogProps) {
  const { opened, form, records, onDone, onClose } = props;
  const { t } = useTranslation(['records', 'registers']);
  const statusId = useId();
  const count = records.length;
  const fields = bulkFields(form);
  const edit = useBulkEdit(
    form,
    records.map((record) => record.id),
    () => {
      notify({ message: t('bulk.done', { count }) });
      onDone();
    },
  );
  return (
    <FormDialog
      opened={opened}
      size="lg"
      onClose={onClose}
      onSubmit={() => void edit.submit()}
      title={t('bulk.title', { count })}
      submitLabel={t('bulk.submit', { count })}
      isPending={edit.isPending}
      isBlocked={edit.keys.length === 0}
      errors={edit.general}
    >
      <BulkProblems
        title={t('bulk.nothingChanged')}
        detail={t('bulk.problems', { count: edit.problems.length })}
        problems={edit.problems}
        labelOf={({ path }) => form.fields.find((field) => field.key === path?.at(-1))?.label}
      />
      <MultiSelect
        label={t('bulk.fields')}
        description={t('bulk.fieldsHint')}
        placeholder={edit.keys.length === 0 ? t('registers:filter.chooseField') : undefined}
        searchable
        hidePickedOptions
        data-autofocus
        maxDropdownHeight={260}
        nothingFoundMessage={t('registers:picker.nothingFound')}
        data={[
          { value: STATUS_KEY, label: t('registers:list.status') },
          ...fields.map((field) => ({ value: field.key, label: field.label })),
        ]}
        value={edit.keys}
        onChange={edit.choose}
      />
      {edit.keys.includes(STATUS_KEY) && (
        <div>
          <FieldLabel label={t('registers:list.status')} htmlFor={statusId} isRequired />
          <Select
            id={statusId}
            placeholder={t('registers:picker.choose')}
            data={form.statuses.map((status) => ({ value: status.key, label: status.label }))}
            value={edit.statusKey}
            onChange={edit.chooseStatus}
            error={edit.errors[STATUS_KEY]}
          />
        </div>
      )}
      <Stack gap="md">
        {edit.keys.map((key) => {
          const field = fields.find((one) => one.key === key);
          const value = edit.values[key];
          return (
            field &&
            value && (
              <FormField
                key={key}
                formKey={form.key}
                field={field}
                value={value}
                error={edit.errors[key]}
                isWide
                onChange={(changed) => {
                  edit.change(key, changed);
                }}
              />
            )
          );
        })}
      </Stack>
      {edit.keys.some((key) => key !== STATUS_KEY) && (
        <Text fz="sm" c="dimmed">
          {t('bulk.emptyHint', { count })}
        </Text>
      )}
    </FormDialog>
  );
}
