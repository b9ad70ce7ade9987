import { Button, Kbd, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { FormPage, notify } from '@/design';

import type { RegisterForm } from '../register-form';
import { ConflictDialog } from './ConflictDialog';
import type { EditValues } from './edit-value';
import { focusField } from './focus-field';
import { FormSections } from './FormSections';
import { LeaveGuard } from './LeaveGuard';
import type { SavedRecord } from './record-mutations';
import { useRecordForm } from './useRecordForm';

interface RecordFormProps {
  form: RegisterForm;
  /** Absent when making a new record. */
  record?: SavedRecord;
  /** Values a new record begins with beside its defaults. */
  begin?: EditValues;
  header: ReactNode;
}

/** The form for a new record and for changing one. */
export function RecordForm({ form, record, begin, header }: RecordFormProps) {
  const { t } = useTranslation('registers');
  const navigate = useNavigate();
  // The guard must know at once that leaving is all right: state would come a render late.
  const isSaved = useRef(false);
  const toRecord = (number: number) =>
    void navigate({
      to: '/registers/$formKey/$number',
      params: { formKey: form.key, number: String(number) },
    });
  const control = useRecordForm({
    form,
    record,
    begin,
    onInvalid: focusField,
    onSaved: (saved) => {
      isSaved.current = true;
      notify({ message: t('edit.saved', { code: saved.code }) });
      toRecord(saved.number);
    },
  });

  const save = () => {
    if (control.isSaving) return;
    if (record && !control.isDirty) toRecord(record.number);
    else void control.submit();
  };
  useHotkeys([['mod+S', save]], [], true);

  return (
    <FormPage
      header={header}
      errors={control.generalErrors}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      actions={
        <>
          <Text fz="xs" c="dimmed" mr="auto" visibleFrom="sm" component="div">
            <Kbd size="xs">Ctrl</Kbd> + <Kbd size="xs">S</Kbd> {t('edit.saveKey')}
          </Text>
          <Button
            variant="default"
            onClick={() => {
              if (record) toRecord(record.number);
              else void navigate({ to: '/registers/$formKey', params: { formKey: form.key } });
            }}
          >
            {t('edit.cancel')}
          </Button>
          <Button type="submit" loading={control.isSaving}>
            {t('edit.save')}
          </Button>
        </>
      }
    >
      <FormSections
        form={form}
        values={control.values}
        statusKey={control.statusKey}
        errors={control.errors}
        onChange={control.change}
      />
      {control.conflict && <ConflictDialog form={form} now={control.conflict} control={control} />}
      <LeaveGuard isDirty={() => control.isDirty && !isSaved.current} />
    </FormPage>
  );
}
