import { Button, Stepper, VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, Navigate, getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useViewer } from '@/auth/session';
import { EmptyState, PageHeader, SettingsPage } from '@/design';

import { backupsQuery } from '../backup-documents';
import { restoreUnderWay } from '../under-way';
import { ChooseStep } from './ChooseStep';
import { ConfirmStep } from './ConfirmStep';
import { EffectsStep } from './EffectsStep';
import { type Restorable, restorable } from './restore-rules';
import classes from './restore.module.css';

const route = getRouteApi('/authenticated/backups/restore');

/** Step by step to putting the environment back; one that is under way is followed instead. */
export function RestorePage() {
  const { t } = useTranslation('backups');
  const { backups } = useSuspenseQuery(backupsQuery()).data;
  const { canRestoreBackups } = useViewer();
  const runs = restorable(backups.runs);
  const busy = restoreUnderWay(backups.restores);
  if (busy) {
    return <Navigate to="/backups/restores/$restoreId" params={{ restoreId: busy.id }} replace />;
  }
  return (
    <SettingsPage
      header={
        <PageHeader
          title={t('restore.title')}
          help={t('restore.help')}
          breadcrumbs={[{ label: t('title'), link: { to: '/backups' } }]}
        />
      }
    >
      <div className={classes.wizard}>
        {canRestoreBackups && runs.length > 0 ? (
          <Wizard runs={runs} />
        ) : (
          <Nothing isAllowed={canRestoreBackups} />
        )}
      </div>
    </SettingsPage>
  );
}

function Nothing({ isAllowed }: { isAllowed: boolean }) {
  const { t } = useTranslation('backups');
  return (
    <EmptyState
      title={t(isAllowed ? 'restore.nothing.title' : 'restore.nothing.notAllowed')}
      description={t(isAllowed ? 'restore.nothing.detail' : 'restore.nothing.notAllowedDetail')}
      action={
        <Button variant="default" renderRoot={(props) => <Link {...props} to="/backups" />}>
          {t('restore.nothing.toList')}
        </Button>
      }
    />
  );
}

const STEPS = ['choose', 'effects', 'confirm'] as const;
type Step = (typeof STEPS)[number];

function Wizard({ runs }: { runs: readonly Restorable[] }) {
  const { t } = useTranslation('backups');
  const navigate = useNavigate();
  const { backup } = route.useSearch();
  const isNarrow = useMediaQuery('(max-width: 48em)');
  const [step, setStep] = useState<Step>('choose');
  const [hasMoved, setHasMoved] = useState(false);
  const chosen = runs.find(({ id }) => id === backup);
  const goTo = (next: Step) => {
    setStep(next);
    setHasMoved(true);
  };
  // Retention may remove the chosen one meanwhile.
  const shown = chosen ? step : 'choose';
  const at = STEPS.indexOf(shown);
  return (
    <>
      <VisuallyHidden role="status">
        {t('restore.stepOf', { step: at + 1, total: STEPS.length })}
      </VisuallyHidden>
      <Stepper active={at} size="sm" allowNextStepsSelect={false} mb="lg">
        {STEPS.map((one) => (
          <Stepper.Step
            key={one}
            component="div"
            label={isNarrow && one !== shown ? undefined : t(`restore.step.${one}`)}
          />
        ))}
      </Stepper>
      {(!chosen || shown === 'choose') && (
        <ChooseStep
          runs={runs}
          chosen={chosen}
          takesFocus={hasMoved}
          onChoose={(id) =>
            void navigate({ to: '/backups/restore', search: { backup: id }, replace: true })
          }
          onNext={() => {
            goTo('effects');
          }}
        />
      )}
      {chosen && shown === 'effects' && (
        <EffectsStep
          run={chosen}
          onBack={() => {
            goTo('choose');
          }}
          onNext={() => {
            goTo('confirm');
          }}
        />
      )}
      {chosen && shown === 'confirm' && (
        <ConfirmStep
          run={chosen}
          onBack={() => {
            goTo('effects');
          }}
        />
      )}
    </>
  );
}
