import { Button, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { DataTable, DateText } from '@/design';
import { useLanguage } from '@/i18n';
import { formatBytes, formatDateTime } from '@/i18n/formats';

import type { BackupRun } from './backup-documents';
import { momentOf, shownState, sizeOf } from './backup-state';
import classes from './backups.module.css';
import { StateCell } from './StateCell';

const AT_FIRST = 12;

interface BackupTableProps {
  runs: readonly BackupRun[];
  /** One may be gone back to from here. */
  canRestore: boolean;
  /** Null when none can be looked into now. */
  onLook: ((run: BackupRun) => void) | null;
  onOpen: (run: BackupRun) => void;
}

export function BackupTable({ runs, canRestore, onLook, onOpen }: BackupTableProps) {
  const { t } = useTranslation('backups');
  const language = useLanguage();
  const [shown, setShown] = useState(AT_FIRST);
  const size = (run: BackupRun) => {
    const bytes = sizeOf(run);
    return bytes === null ? null : formatBytes(bytes, language);
  };
  return (
    <>
      <DataTable<BackupRun>
        label={t('list.title')}
        rows={runs.slice(0, shown)}
        rowId={({ id }) => id}
        isMuted={(run) => shownState(run) === 'REMOVED'}
        columns={[
          {
            id: 'moment',
            label: t('list.moment'),
            cell: (run) => (
              <UnstyledButton
                className={classes.open}
                onClick={() => {
                  onOpen(run);
                }}
              >
                <DateText value={momentOf(run)} withTime />
              </UnstyledButton>
            ),
          },
          { id: 'state', label: t('list.state'), cell: (run) => <StateCell run={run} /> },
          { id: 'store', label: t('list.store'), cell: ({ tier }) => t(`store.${tier}`) },
          { id: 'why', label: t('list.why'), cell: ({ reason }) => t(`why.${reason}`) },
          { id: 'size', label: t('list.size'), isNumeric: true, cell: size },
        ]}
        {...(canRestore && {
          actionsLabel: t('list.actions'),
          actions: (run: BackupRun) =>
            run.canBeRestored && (
              <>
                {onLook && <LookButton run={run} onLook={onLook} />}
                <RestoreLink run={run} />
              </>
            ),
        })}
      />
      {runs.length > shown && (
        <div className={classes.more}>
          <Button
            variant="default"
            size="xs"
            onClick={() => {
              setShown(runs.length);
            }}
          >
            {t('list.more', { count: runs.length - shown })}
          </Button>
        </div>
      )}
    </>
  );
}

interface LookButtonProps {
  run: BackupRun;
  onLook: (run: BackupRun) => void;
}

function LookButton({ run, onLook }: LookButtonProps) {
  const { t } = useTranslation('backups');
  const language = useLanguage();
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      aria-label={t('list.lookOf', { moment: formatDateTime(momentOf(run), language) })}
      onClick={() => {
        onLook(run);
      }}
    >
      {t('list.look')}
    </Button>
  );
}

function RestoreLink({ run }: { run: BackupRun }) {
  const { t } = useTranslation('backups');
  const language = useLanguage();
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      aria-label={t('list.restoreOf', { moment: formatDateTime(momentOf(run), language) })}
      renderRoot={(props) => <Link {...props} to="/backups/restore" search={{ backup: run.id }} />}
    >
      {t('list.restore')}
    </Button>
  );
}
