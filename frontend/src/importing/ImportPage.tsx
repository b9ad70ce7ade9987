import { Stepper } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { PageHeader, SettingsPage } from '@/design';
import { type RegisterForm, registerFormQuery } from '@/registers/register-form';
import { UnknownRegister } from '@/registers/UnknownRegister';

import { FileStep } from './FileStep';
import classes from './ImportPage.module.css';
import { MappingStep } from './MappingStep';
import { NewRegisterStep } from './register/NewRegisterStep';
import { PreviewStep } from './PreviewStep';
import { RunStep } from './RunStep';
import { type ImportWizard, useImportWizard } from './useImportWizard';

const route = getRouteApi('/authenticated/registers/$formKey/import');

export function ImportPage() {
  const { formKey } = route.useParams();
  const { form } = useSuspenseQuery(registerFormQuery(formKey)).data;
  return form ? <Import key={form.key} form={form} /> : <UnknownRegister />;
}

const STEPS = ['file', 'columns', 'preview', 'run'] as const;

function Import({ form }: { form: RegisterForm }) {
  const { t } = useTranslation('importing');
  const wizard = useImportWizard(form);
  const isNarrow = useMediaQuery('(max-width: 48em)');
  return (
    <SettingsPage
      header={
        <PageHeader
          title={t('title', { name: form.name })}
          help={t('help')}
          breadcrumbs={[
            {
              label: form.name,
              link: { to: '/registers/$formKey', params: { formKey: form.key } },
            },
          ]}
        />
      }
    >
      <div className={classes.wizard}>
        <Stepper active={STEPS.indexOf(wizard.step)} size="sm" allowNextStepsSelect={false} mb="lg">
          {STEPS.map((step) => (
            <Stepper.Step
              key={step}
              component="div"
              label={isNarrow && step !== wizard.step ? undefined : t(`step.${step}`)}
            />
          ))}
        </Stepper>
        <Step wizard={wizard} form={form} />
      </div>
    </SettingsPage>
  );
}

function Step({ wizard, form }: { wizard: ImportWizard; form: RegisterForm }) {
  switch (wizard.step) {
    case 'file':
      return <FileStep wizard={wizard} form={form} />;
    case 'columns':
      return wizard.makesRegister ? (
        <NewRegisterStep wizard={wizard} />
      ) : (
        <MappingStep wizard={wizard} />
      );
    case 'preview':
      return <PreviewStep wizard={wizard} />;
    case 'run':
      return <RunStep wizard={wizard} />;
  }
}
