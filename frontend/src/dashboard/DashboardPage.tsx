import { Button } from '@mantine/core';
import { IconTable } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';

import { useViewer } from '@/auth/session';
import { EmptyState, LoadingState, PageHeader } from '@/design';

import classes from './DashboardPage.module.css';
import { LatestChanges } from './LatestChanges';
import { RegisterCards } from './RegisterCards';
import { RiskMatrixWidget } from './RiskMatrixWidget';
import { TodoLinks } from './TodoLinks';
import { Widget } from './Widget';
import { useOverview } from './overview';

export function DashboardPage() {
  const { t } = useTranslation('dashboard');
  return (
    <div className={classes.page}>
      <PageHeader title={t('title')} help={t('help')} />
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
      <RegisterCards registers={registers} />
      <div className={classes.columns}>
        <RiskMatrixWidget registers={registers} />
        <TodoLinks registers={registers} />
        <Widget title={t('latest.title')} className={classes.wide}>
          <Suspense fallback={<LoadingState kind="list" />}>
            <LatestChanges />
          </Suspense>
        </Widget>
      </div>
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
