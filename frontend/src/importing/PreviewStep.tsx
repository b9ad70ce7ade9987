import { Alert, Button, Stack } from '@mantine/core';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { ErrorState, FormErrors, LoadingState } from '@/design';
import { type ImportInput, useDocumentMutation, useUserErrors } from '@/graphql';

import { type ImportPlan, StartImportDocument, previewQuery } from './import-documents';
import { PlanErrors } from './PlanErrors';
import { PlanFigures } from './PlanFigures';
import { PlanRows } from './PlanRows';
import type { ImportWizard } from './useImportWizard';
import { WizardButtons } from './WizardButtons';

const NO_INPUT: ImportInput = { uploadId: '', sheetName: '', formKey: '', mapping: [] };

/** What the import would do; nothing has changed yet. */
export function PreviewStep({ wizard }: { wizard: ImportWizard }) {
  const { t } = useTranslation('importing');
  const { general } = useUserErrors();
  const preview = previewQuery(wizard.input ?? NO_INPUT);
  const { data, error, isFetching, refetch } = useQuery({
    ...preview,
    queryFn: wizard.input ? preview.queryFn : skipToken,
  });
  const back = (
    <Button
      variant="default"
      onClick={() => {
        wizard.goTo('columns');
      }}
    >
      {t('back')}
    </Button>
  );
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data || isFetching) return <LoadingState kind="form" rows={5} />;
  if (!data.plan) {
    return (
      <>
        <FormErrors errors={general(data.userErrors, [])} />
        {back}
      </>
    );
  }
  return <Plan wizard={wizard} plan={data.plan} />;
}

function Plan({ wizard, plan }: { wizard: ImportWizard; plan: ImportPlan }) {
  const { t } = useTranslation('importing');
  const { general } = useUserErrors();
  const { mutate, data, isPending } = useDocumentMutation(StartImportDocument);
  const changeCount = plan.createCount + plan.updateCount;
  const start = () => {
    if (!wizard.input) return;
    mutate(
      { input: wizard.input },
      {
        onSuccess: ({ startImport }) => {
          if (startImport.job) wizard.started(startImport.job.id);
        },
      },
    );
  };
  return (
    <>
      <Stack gap="lg">
        <FormErrors errors={general(data?.startImport.userErrors ?? [], [])} />
        <PlanFigures plan={plan} />
        {plan.errorCount > 0 ? (
          <PlanErrors plan={plan} />
        ) : (
          <Alert color={changeCount > 0 ? 'teal' : 'gray'}>
            {changeCount > 0 ? t('preview.ready') : t('preview.nothingToDo')}
          </Alert>
        )}
        <PlanRows plan={plan} />
      </Stack>
      <WizardButtons
        onBack={() => {
          wizard.goTo('columns');
        }}
      >
        <Button
          disabled={plan.errorCount > 0 || changeCount === 0}
          loading={isPending}
          onClick={start}
        >
          {t('preview.start', { count: changeCount })}
        </Button>
      </WizardButtons>
    </>
  );
}
