import { Anchor, Button, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { DataTable, DateText, ListSection } from '@/design';

import type { Restore } from './backup-documents';
import { shownRestoreState } from './backup-state';
import classes from './backups.module.css';
import { failureOf } from './restore/restore-rules';
import { StateBadge } from './StateBadge';

const AT_FIRST = 10;

/** What back-ups were used for: by whom, when, which, why, and how it went. */
export function Restores({ restores }: { restores: readonly Restore[] }) {
  const { t } = useTranslation('backups');
  const [shown, setShown] = useState(AT_FIRST);
  return (
    <ListSection title={t('restores.title')} description={t('restores.description')}>
      {restores.length === 0 ? (
        <Text fz="sm" c="dimmed" p="md">
          {t('restores.none')}
        </Text>
      ) : (
        <DataTable
          label={t('restores.title')}
          rows={restores.slice(0, shown)}
          rowId={({ id }) => id}
          columns={[
            {
              id: 'when',
              label: t('restores.when'),
              cell: (restore) => <When restore={restore} />,
            },
            {
              id: 'purpose',
              label: t('restores.purpose'),
              cell: ({ purpose }) => t(`restores.for.${purpose}`),
            },
            {
              id: 'who',
              label: t('restores.who'),
              cell: ({ askedBy }) => askedBy?.displayName ?? t('restores.operator'),
            },
            {
              id: 'to',
              label: t('restores.to'),
              cell: ({ backup }) =>
                backup?.takenAt ? <DateText value={backup.takenAt} withTime /> : t('restores.gone'),
            },
            { id: 'reason', label: t('restores.reason'), cell: ({ reason }) => reason },
            {
              id: 'outcome',
              label: t('restores.outcome'),
              cell: (restore) => <Outcome restore={restore} />,
            },
          ]}
        />
      )}
      {restores.length > shown && (
        <div className={classes.more}>
          <Button
            variant="default"
            size="xs"
            onClick={() => {
              setShown(restores.length);
            }}
          >
            {t('restores.more', { count: restores.length - shown })}
          </Button>
        </div>
      )}
    </ListSection>
  );
}

/** Leads to the steps of putting back; a look has none. */
function When({ restore: { id, purpose, askedAt } }: { restore: Restore }) {
  const moment = <DateText value={askedAt} withTime />;
  if (purpose === 'LOOK') return moment;
  return (
    <Anchor
      inherit
      renderRoot={(props) => (
        <Link {...props} to="/backups/restores/$restoreId" params={{ restoreId: id }} />
      )}
    >
      {moment}
    </Anchor>
  );
}

function Outcome({ restore }: { restore: Restore }) {
  const { t } = useTranslation('backups');
  const { state, failure, openUntil } = restore;
  return (
    <>
      <StateBadge state={shownRestoreState(restore)} />
      {openUntil && (
        <Text fz="xs" mt={2}>
          {t('restores.until')} <DateText value={openUntil} withTime />
        </Text>
      )}
      {state === 'FAILED' && (
        <Text fz="xs" mt={2} maw="34ch">
          {t(`failure.${failureOf(failure)}`)}
        </Text>
      )}
    </>
  );
}
