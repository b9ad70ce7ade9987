import { Alert, Button, Table, Text } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { ErrorState, FormErrors, LoadingState } from '@/design';
import { AppError, useDocumentMutation, useUserErrors } from '@/graphql';
import { type RegisterForm, registerFormQuery } from '@/registers/register-form';

import { type ColumnMapping, assignColumn, missingFields, toMapping } from './column-mapping';
import { ColumnRow } from './ColumnRow';
import { type SheetPreview, SuggestMappingDocument, sheetQuery } from './import-documents';
import type { ImportWizard } from './useImportWizard';
import { WizardButtons } from './WizardButtons';

/** Which column goes to which field. */
export function MappingStep({ wizard }: { wizard: ImportWizard }) {
  const { uploadId = '', sheetName = '' } = wizard.source ?? {};
  const { form } = useSuspenseQuery(registerFormQuery(wizard.formKey)).data;
  const { data, error, refetch } = useQuery(sheetQuery(uploadId, sheetName));
  const suggestion = useSuggestion(wizard);
  const { general } = useUserErrors();
  const failure = error ?? suggestion.error;
  if (failure) return <ErrorState error={failure} onRetry={() => void refetch()} />;
  if (!data || suggestion.isPending) return <LoadingState kind="form" rows={5} />;
  const sheet = data.upload?.sheet;
  if (!sheet || !form) {
    return <ErrorState error={new AppError('NOT_FOUND')} onRetry={wizard.startOver} />;
  }
  return (
    <>
      <FormErrors errors={general(suggestion.refused, [])} />
      <Mapping wizard={wizard} form={form} sheet={sheet} mapping={wizard.mapping ?? {}} />
    </>
  );
}

/** Has the server guess once; what the user chose is kept when one comes back to this step. */
function useSuggestion({ source, formKey, mapping, setMapping }: ImportWizard) {
  const { mutate, error, data, isPending } = useDocumentMutation(SuggestMappingDocument, {
    meta: { silent: true },
  });
  const hasAsked = useRef(false);
  useEffect(() => {
    if (mapping !== null || source === null || hasAsked.current) return;
    hasAsked.current = true;
    mutate(
      { input: { ...source, formKey } },
      {
        onSuccess: ({ suggestImportMapping }) => {
          setMapping(toMapping(suggestImportMapping.mapping));
        },
      },
    );
  }, [mapping, source, formKey, mutate, setMapping]);
  return { error, isPending, refused: data?.suggestImportMapping.userErrors ?? [] };
}

interface MappingProps {
  wizard: ImportWizard;
  form: RegisterForm;
  sheet: SheetPreview;
  mapping: ColumnMapping;
}

function Mapping({ wizard, form, sheet, mapping }: MappingProps) {
  const { t } = useTranslation('importing');
  const missing = missingFields(form, mapping);
  const mappedCount = Object.keys(mapping).length;
  return (
    <>
      <Text fz="sm" mb="sm">
        {t('mapping.explained', { sheet: sheet.name, count: sheet.rowCount, name: form.name })}
      </Text>
      {missing.length > 0 && (
        <Alert color="orange" mb="sm" title={t('mapping.missing')}>
          {missing.map((field) => field.label).join(', ')}. {t('mapping.missingHint')}
        </Alert>
      )}
      <Table.ScrollContainer minWidth={520} type="native">
        <Table fz="sm" verticalSpacing="xs" aria-label={t('mapping.title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('mapping.column')}</Table.Th>
              <Table.Th>{t('mapping.samples')}</Table.Th>
              <Table.Th w="18rem">{t('mapping.field')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sheet.columns.map((column) => (
              <ColumnRow
                key={column.index}
                column={column}
                form={form}
                fieldKey={mapping[column.index] ?? null}
                onChange={(fieldKey) => {
                  wizard.setMapping(assignColumn(mapping, column.index, fieldKey));
                }}
              />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <WizardButtons
        onBack={() => {
          wizard.goTo('file');
        }}
      >
        <Button
          disabled={mappedCount === 0}
          onClick={() => {
            wizard.goTo('preview');
          }}
        >
          {t('mapping.check')}
        </Button>
      </WizardButtons>
    </>
  );
}
