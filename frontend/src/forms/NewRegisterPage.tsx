import { Button, Stack } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { FormPage, PageHeader, notify } from '@/design';
import { useUserErrors } from '@/graphql';
import { LeaveGuard } from '@/registers/edit/LeaveGuard';
import { Panel } from '@/registers/record/Panel';

import { useCreateForm } from './create-form';
import { FieldListEditor } from './FieldListEditor';
import { RegisterNames } from './RegisterNames';
import { RegisterPreview } from './RegisterPreview';
import { useRegisterDraft } from './useRegisterDraft';

/** Names that `RegisterNames` shows errors at. */
const NAMED = ['name', 'singularName', 'numberPrefix'];

export function NewRegisterPage() {
  const { t } = useTranslation('forms');
  const navigate = useNavigate();
  const control = useRegisterDraft();
  const { general } = useUserErrors();
  const { create, isPending } = useCreateForm();
  const isSaved = useRef(false);
  const { draft, refused } = control;

  const save = async () => {
    if (!control.check()) return;
    const { form, userErrors } = await create(draft);
    if (form) {
      isSaved.current = true;
      notify({ message: t('saved', { name: form.name }) });
      void navigate({ to: '/registers/$formKey', params: { formKey: form.key } });
    } else {
      control.refuse(userErrors);
    }
  };

  return (
    <FormPage
      header={<PageHeader title={t('title')} description={t('description')} />}
      errors={general(refused, NAMED)}
      onSubmit={(event) => {
        event.preventDefault();
        // A failed request is told by the toast of the mutation cache.
        save().catch(() => undefined);
      }}
      actions={
        <>
          <Button variant="default" onClick={() => void navigate({ to: '/' })}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={isPending}>
            {t('create')}
          </Button>
        </>
      }
    >
      <Stack gap={0}>
        <Panel title={t('section.names')}>
          <RegisterNames control={control} />
        </Panel>
        <Panel title={t('section.fields')}>
          <FieldListEditor control={control} />
        </Panel>
        <Panel title={t('preview.title')}>
          <RegisterPreview draft={draft} />
        </Panel>
      </Stack>
      <LeaveGuard isDirty={() => draft.name !== '' && !isSaved.current} />
    </FormPage>
  );
}
