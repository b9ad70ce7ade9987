import { Alert, Button, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconDatabaseOff,
  IconFilterOff,
  IconRestore,
} from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useViewer, useViewerOfToday } from '@/auth/session';
import { EmptyState, ListPage, PageHeader } from '@/design';

import { type BackupRun, type Restore, backupsQuery } from './backup-documents';
import {
  type BackupFilter,
  decodeFilter,
  encodeFilter,
  filtered,
  isNarrowed,
} from './backup-state';
import { BackupDialog } from './BackupDialog';
import { BackupTable } from './BackupTable';
import { BackupToolbar } from './BackupToolbar';
import { LookDialog } from './look/LookDialog';
import { Looking } from './look/Looking';
import { MakeButton } from './MakeButton';
import { Overview } from './Overview';
import { Restores } from './Restores';
import { currentLook, isUnderWay, restoreUnderWay } from './under-way';
import { UnderWay } from './UnderWay';

const route = getRouteApi('/authenticated/backups');

/** Whether there are back-ups one can go back to, which, and the way back. */
export function BackupsPage() {
  const { t } = useTranslation('backups');
  const { backups } = useSuspenseQuery(backupsQuery()).data;
  const { canRestoreBackups } = useViewer();
  // Also while one looks into one: to close it.
  const mayLook = useViewerOfToday().canRestoreBackups;
  const search = route.useSearch();
  const navigate = useNavigate();
  const filter = useMemo(() => decodeFilter(search), [search]);
  const [openedId, setOpenedId] = useState<string | null>(null);
  const { isSetUp, runs, restores } = backups;
  const opened = runs.find(({ id }) => id === openedId);
  const underWay = restoreUnderWay(restores);
  const canRestore = canRestoreBackups && isSetUp && !underWay;
  const [lookedInto, setLookedInto] = useState<BackupRun | null>(null);
  const look =
    canRestore && !currentLook(restores)
      ? (run: BackupRun) => {
          setOpenedId(null);
          setLookedInto(run);
        }
      : null;
  const listed = filtered(runs, filter);
  const change = (next: BackupFilter) =>
    void navigate({ to: '/backups', search: encodeFilter(next), replace: true });
  return (
    <ListPage
      header={
        <>
          <PageHeader
            title={t('title')}
            description={t('description')}
            help={t('help')}
            actions={
              canRestore && (
                <>
                  <MakeButton isBusy={runs.some(({ state }) => isUnderWay(state))} />
                  <RestoreButton />
                </>
              )
            }
          />
          {underWay && <RestoreBanner restore={underWay} />}
          <Looking restores={restores} canLook={mayLook} />
          {isSetUp ? <Overview backups={backups} /> : <NotSetUp />}
          <UnderWay runs={runs} />
        </>
      }
      toolbar={runs.length > 0 && <BackupToolbar filter={filter} onChange={change} />}
      footer={<Restores restores={restores} />}
    >
      {listed.length > 0 ? (
        <BackupTable
          runs={listed}
          canRestore={canRestore}
          onLook={look}
          onOpen={({ id }) => {
            setOpenedId(id);
          }}
        />
      ) : (
        <Nothing filter={filter} isSetUp={isSetUp} onChange={change} />
      )}
      {opened && (
        <BackupDialog
          run={opened}
          canRestore={canRestore}
          onLook={look}
          onClose={() => {
            setOpenedId(null);
          }}
        />
      )}
      {lookedInto && (
        <LookDialog
          run={lookedInto}
          onClose={() => {
            setLookedInto(null);
          }}
          onAsked={() => {
            setLookedInto(null);
            // The button it was asked with is gone: the cursor goes to the page.
            document.getElementById('content')?.focus({ preventScroll: true });
          }}
        />
      )}
    </ListPage>
  );
}

function RestoreButton() {
  const { t } = useTranslation('backups');
  return (
    <Button
      variant="default"
      leftSection={<IconRestore size={16} aria-hidden />}
      renderRoot={(props) => <Link {...props} to="/backups/restore" />}
    >
      {t('restore.title')}
    </Button>
  );
}

function RestoreBanner({ restore }: { restore: Restore }) {
  const { t } = useTranslation('backups');
  return (
    <Alert
      role="status"
      color="orange"
      mb="md"
      icon={<IconRestore aria-hidden />}
      title={t('restore.banner.title')}
    >
      <Text fz="sm">{t(`state.${restore.state}`)}</Text>
      <Button
        size="xs"
        mt="xs"
        variant="default"
        renderRoot={(props) => (
          <Link {...props} to="/backups/restores/$restoreId" params={{ restoreId: restore.id }} />
        )}
      >
        {t('restore.banner.follow')}
      </Button>
    </Alert>
  );
}

function NotSetUp() {
  const { t } = useTranslation('backups');
  return (
    <Alert color="red" mb="md" icon={<IconAlertTriangle aria-hidden />} title={t('notSetUp.title')}>
      <Text fz="sm">{t('notSetUp.means')}</Text>
      <Text fz="sm" mt={4}>
        {t('notSetUp.whom')}
      </Text>
    </Alert>
  );
}

interface NothingProps {
  filter: BackupFilter;
  isSetUp: boolean;
  onChange: (filter: BackupFilter) => void;
}

function Nothing({ filter, isSetUp, onChange }: NothingProps) {
  const { t } = useTranslation('backups');
  const isFiltered = isNarrowed(filter);
  return (
    <EmptyState
      icon={isFiltered ? <IconFilterOff size={24} /> : <IconDatabaseOff size={24} />}
      title={t(isFiltered ? 'list.nothing' : 'list.empty')}
      description={isFiltered ? t('list.nothingDetail') : isSetUp && t('list.emptyDetail')}
      action={
        isFiltered && (
          <Button
            variant="default"
            onClick={() => {
              onChange({ tiers: [], states: [] });
            }}
          >
            {t('list.clear')}
          </Button>
        )
      }
    />
  );
}
