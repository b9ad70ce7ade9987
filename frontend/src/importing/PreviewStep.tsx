import { Alert, Button, LoadingOverlay, Stack } from '@mantine/core';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { ErrorState, FormErrors, LoadingState } from '@/design';
import { type ImportInput, useDocumentMutation, useUserErrors } from '@/graphql';

import { type ImportPlan, StartImportDocument, previewQuery } from './import-documents';
import classes from './ImportPage.module.css';
import { PlanConflicts } from './PlanConflicts';
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
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery({
    ...preview,
    // What is on screen stays while it is checked again with conflicts written over.
    placeholderData: keepPreviousData,
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
  if (!data || (isFetching && !isPlaceholderData)) return <LoadingState kind="form" rows={5} />;
  if (!data.plan) {
    return (
      <>
        <FormErrors errors={general(data.userErrors, [])} />
        {back}
      </>
    );
  }
  return <Plan wizard={wizard} plan={data.plan} isStale={isPlaceholderData} />;
}

interface PlanProps {
  wizard: ImportWizard;
  plan: ImportPlan;
  /** It is being checked again. */
  isStale: boolean;
}

function Plan({ wizard, plan, isStale }: PlanProps) {
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
          const { conflictCount } = plan;
          if (startImport.job) wizard.started({ jobId: startImport.job.id, conflictCount });
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
          <Alert color={changeCount > 0 ? 'teal' : 'gray'}>{t(`preview.${outcomeOf(plan)}`)}</Alert>
        )}
        <PlanConflicts
          plan={plan}
          overwrites={wizard.overwritesConflicts}
          onChange={wizard.setOverwritesConflicts}
        />
        <div className={classes.rows} aria-busy={isStale}>
          <LoadingOverlay visible={isStale} />
          <PlanRows plan={plan} />
        </div>
      </Stack>
      <WizardButtons
        onBack={() => {
          wizard.goTo('columns');
        }}
      >
        <Button
          disabled={plan.errorCount > 0 || changeCount === 0 || isStale}
          loading={isPending}
          onClick={start}
        >
          {t('preview.start', { count: changeCount })}
        </Button>
      </WizardButtons>
    </>
  );
}

/** What is to be said of a plan without errors. */
function outcomeOf({ createCount, updateCount, conflictCount }: ImportPlan) {
  if (createCount + updateCount === 0) return conflictCount > 0 ? 'onlyConflicts' : 'nothingToDo';
  return conflictCount > 0 ? 'readyButConflicts' : 'ready';
}
