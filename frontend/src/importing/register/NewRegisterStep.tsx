import { Alert, Button, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ErrorState, FormErrors, LoadingState } from '@/design';
import { useCreateForm } from './create-form';
import { FieldListEditor } from './FieldListEditor';
import { RegisterNames } from './RegisterNames';
import { useRegisterDraft } from './useRegisterDraft';
import { AppError, useUserErrors } from '@/graphql';

import { type SheetPreview, sheetQuery } from '../import-documents';
import { draftFromSheet, mappingOfMade } from './sheet-draft';
import type { ImportWizard } from '../useImportWizard';
import { WizardButtons } from '../WizardButtons';

/** A new register after the sheet's columns. */
export function NewRegisterStep({ wizard }: { wizard: ImportWizard }) {
  const { uploadId = '', sheetName = '' } = wizard.source ?? {};
  const { data, error, refetch } = useQuery(sheetQuery(uploadId, sheetName));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState kind="form" rows={5} />;
  const sheet = data.upload?.sheet;
  if (!sheet) return <ErrorState error={new AppError('NOT_FOUND')} onRetry={wizard.startOver} />;
  return <RegisterFromSheet wizard={wizard} sheet={sheet} />;
}

interface RegisterFromSheetProps {
  wizard: ImportWizard;
  sheet: SheetPreview;
}

function RegisterFromSheet({ wizard, sheet }: RegisterFromSheetProps) {
  const { t } = useTranslation('importing');
  const [made] = useState(() => draftFromSheet(sheet));
  const control = useRegisterDraft(() => made.draft);
  const { create, isPending } = useCreateForm();
  const { general } = useUserErrors();

  const save = async () => {
    if (!control.check()) return;
    const { form, userErrors } = await create(control.draft);
    if (form) {
      wizard.registerMade(form.key, mappingOfMade(control.draft, made.columnOf, form.fields));
    } else {
      control.refuse(userErrors);
    }
  };

  return (
    <>
      <FormErrors errors={general(control.refused, ['name', 'singularName', 'numberPrefix'])} />
      <Stack gap="lg">
        <RegisterNames control={control} />
        <div>
          <Title order={2} size="h3" mb={4}>
            {t('newRegister.fields')}
          </Title>
          <Text fz="sm" c="dimmed" mb="sm">
            {t('newRegister.fieldsHint')}
          </Text>
          <FieldListEditor control={control} />
        </div>
        <Alert>{t('newRegister.note')}</Alert>
      </Stack>
      <WizardButtons
        onBack={() => {
          wizard.goTo('file');
        }}
      >
        <Button
          loading={isPending}
          onClick={() => {
            // A failed request is told by the toast of the mutation cache.
            save().catch(() => undefined);
          }}
        >
          {t('newRegister.create')}
        </Button>
      </WizardButtons>
    </>
  );
}
