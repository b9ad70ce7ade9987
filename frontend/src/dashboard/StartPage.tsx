import { Button } from '@mantine/core';
import { IconTable } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';

import { useViewer } from '@/auth/session';
import { EmptyState, LoadingState, PageHeader } from '@/design';

import { BoardSwitch } from './boards/BoardSwitch';
import classes from './DashboardPage.module.css';
import { LatestChanges } from './LatestChanges';
import { RegisterGroups } from './RegisterGroups';
import { RiskMatrixWidget } from './RiskMatrixWidget';
import { RunningClocks } from './RunningClocks';
import { TodoLinks } from './TodoLinks';
import { Widget } from './Widget';
import { useOverview } from './overview';

/** The built-in page: what needs attention first, all registers below. */
export function StartPage() {
  const { t } = useTranslation('dashboard');
  return (
    <div className={classes.page}>
      <PageHeader title={t('title')} help={t('help')} actions={<BoardSwitch current={null} />} />
      <Suspense fallback={<LoadingState kind="cards" />}>
        <Widgets />
      </Suspense>
    </div>
  );
}

function Widgets() {
  const { t } = useTranslation('dashboard');
  const registers = useOverview();
  if (registers.length === 0) return <NoRegisters />;
  return (
    <div className={classes.widgets}>
      <div className={classes.columns}>
        <div className={classes.stack}>
          <RiskMatrixWidget registers={registers} />
          <RunningClocks registers={registers} />
        </div>
        <div className={classes.stack}>
          <TodoLinks registers={registers} />
        </div>
      </div>
      <RegisterGroups registers={registers} />
      <Widget title={t('latest.title')}>
        <Suspense fallback={<LoadingState kind="list" />}>
          <LatestChanges />
        </Suspense>
      </Widget>
    </div>
  );
}

function NoRegisters() {
  const { t } = useTranslation('dashboard');
  const { canManageForms } = useViewer();
  return (
    <EmptyState
      icon={<IconTable size={24} />}
      title={t('noRegisters.title')}
      description={canManageForms ? t('noRegisters.detailManager') : t('noRegisters.detail')}
      action={
        canManageForms && (
          <Button mt="xs" renderRoot={(props) => <Link {...props} to="/registers/new" />}>
            {t('noRegisters.action')}
          </Button>
        )
      }
    />
  );
}
