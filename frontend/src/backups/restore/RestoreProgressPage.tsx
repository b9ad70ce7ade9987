import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, Navigate, getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { expectSessionEnd } from '@/auth/session-end';
import { EmptyState, PageHeader, SettingsPage } from '@/design';

import { backupsQuery } from '../backup-documents';
import { isBusy } from '../under-way';
import { Following } from './Following';
import { Outcome } from './Outcome';
import classes from './restore.module.css';
import { SessionEnded } from './SessionEnded';

const route = getRouteApi('/authenticated/backups/restores/$restoreId');

export function RestoreProgressPage() {
  const { restoreId } = route.useParams();
  // Keyed: what was seen of one says nothing of another.
  return <Progress key={restoreId} restoreId={restoreId} />;
}

/** Follows one restore to its end, also past the end of one's own session. */
function Progress({ restoreId }: { restoreId: string }) {
  const { t } = useTranslation('backups');
  const { data, error } = useSuspenseQuery(backupsQuery());
  const restore = data.backups.restores.find(({ id }) => id === restoreId);
  const isRunning = restore !== undefined && isBusy(restore.state);
  const { wasRunning, hasEnded } = useSessionEnd(isRunning);
  // What is only looked into has no steps to follow.
  if (restore?.purpose === 'LOOK') return <Navigate to="/backups" replace />;
  // Who saw it being put back is signed out by its success, whether or not the page was told yet.
  const isSignedOut = hasEnded || (wasRunning && restore?.state === 'DONE');
  return (
    <SettingsPage
      header={
        <PageHeader
          title={t(
            isRunning && !isSignedOut ? 'restore.progress.title' : 'restore.progress.titleOver',
          )}
          breadcrumbs={[{ label: t('title'), link: { to: '/backups' } }]}
        />
      }
    >
      <div className={classes.wizard}>
        {!restore ? (
          <Unknown />
        ) : isSignedOut ? (
          <SessionEnded restore={restore} />
        ) : isRunning ? (
          <Following restore={restore} isSilent={error !== null} />
        ) : (
          <Outcome restore={restore} />
        )}
      </div>
    </SettingsPage>
  );
}

/** Whether it was seen running, and whether the session ended after that. */
function useSessionEnd(isRunning: boolean): { wasRunning: boolean; hasEnded: boolean } {
  const [wasRunning, setWasRunning] = useState(isRunning);
  const [hasEnded, setHasEnded] = useState(false);
  if (isRunning && !wasRunning) setWasRunning(true);
  useEffect(
    () =>
      wasRunning
        ? expectSessionEnd(() => {
            setHasEnded(true);
          })
        : undefined,
    [wasRunning],
  );
  return { wasRunning, hasEnded };
}

function Unknown() {
  const { t } = useTranslation('backups');
  return (
    <EmptyState
      title={t('restore.progress.unknown')}
      description={t('restore.progress.unknownDetail')}
      action={
        <Button variant="default" renderRoot={(props) => <Link {...props} to="/backups" />}>
          {t('restore.progress.toList')}
        </Button>
      }
    />
  );
}
