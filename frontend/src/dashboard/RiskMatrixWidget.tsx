import { NativeSelect } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { LoadingState } from '@/design';

import { RiskMatrix } from './RiskMatrix';
import { Widget } from './Widget';
import { type Assessment, assessmentsOf } from './assessment';
import type { OverviewRegister } from './overview';

const idOf = ({ formKey, fieldKey }: Assessment): string => `${formKey}/${fieldKey}`;

/** Where the risks are, for the assessment one chooses. Nothing when no register has any. */
export function RiskMatrixWidget({ registers }: { registers: OverviewRegister[] }) {
  const { t } = useTranslation('dashboard');
  const assessments = assessmentsOf(registers);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const chosen = assessments.find((one) => idOf(one) === chosenId) ?? assessments[0];
  if (!chosen) return null;
  const isOneRegister = assessments.every(({ formKey }) => formKey === chosen.formKey);
  return (
    <Widget
      title={t('risk.title')}
      controls={
        assessments.length > 1 && (
          <NativeSelect
            aria-label={t('risk.field')}
            value={idOf(chosen)}
            onChange={(event) => {
              setChosenId(event.currentTarget.value);
            }}
            data={assessments.map((one) => ({
              value: idOf(one),
              label: isOneRegister ? one.label : `${one.register}: ${one.label}`,
            }))}
          />
        )
      }
    >
      <Suspense fallback={<LoadingState kind="list" />}>
        <RiskMatrix
          formKey={chosen.formKey}
          fieldKey={chosen.fieldKey}
          register={chosen.register}
          label={chosen.label}
        />
      </Suspense>
    </Widget>
  );
}
