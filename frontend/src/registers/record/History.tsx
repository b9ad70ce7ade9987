import { Alert, Button, Skeleton, Text, Timeline } from '@mantine/core';
import {
  IconArrowRight,
  IconArchive,
  IconArchiveOff,
  IconCalculator,
  IconDatabaseImport,
  IconFileImport,
  IconFlag,
  IconPencil,
  IconPlus,
  IconTrash,
  IconTrashOff,
} from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { RelativeTime } from '@/design';
import type { RecordChangeKind } from '@/graphql';

import classes from './History.module.css';
import { Panel } from './Panel';
import { type RecordChange, historyQuery } from './record-query';

const ICONS = {
  CREATED: IconPlus,
  UPDATED: IconPencil,
  STATUS: IconFlag,
  IMPORTED: IconFileImport,
  RECALCULATED: IconCalculator,
  ARCHIVED: IconArchive,
  UNARCHIVED: IconArchiveOff,
  DELETED: IconTrash,
  RESTORED: IconTrashOff,
  TAKEN_FROM_BACKUP: IconDatabaseImport,
} satisfies Record<RecordChangeKind, unknown>;

/** Who changed what and when, newest first. */
export function History({ recordId }: { recordId: string }) {
  const { t } = useTranslation('registers');
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage, refetch } = useInfiniteQuery(
    historyQuery(recordId),
  );
  const changes = data?.pages.flatMap((page) => page?.nodes ?? []);
  return (
    <Panel title={t('history.title')}>
      {error && (
        <Alert color="red">
          {t('history.failed')}{' '}
          <Button size="compact-xs" variant="subtle" onClick={() => void refetch()}>
            {t('history.retry')}
          </Button>
        </Alert>
      )}
      {!error && !changes && <Skeleton height={80} />}
      {changes && (
        <Timeline bulletSize={22} lineWidth={2} active={changes.length}>
          {changes.map((change) => (
            <Entry key={change.id} change={change} />
          ))}
        </Timeline>
      )}
      {hasNextPage && (
        <Button
          mt="sm"
          size="xs"
          variant="default"
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {t('history.older')}
        </Button>
      )}
    </Panel>
  );
}

function Entry({ change }: { change: RecordChange }) {
  const { t } = useTranslation('registers');
  const Icon = ICONS[change.kind];
  return (
    <Timeline.Item
      bullet={<Icon size={12} aria-hidden />}
      title={
        <Text component="span" fz="sm" fw={550}>
          {t(`history.kind.${change.kind}`)}
        </Text>
      }
    >
      <Text fz="xs" c="dimmed" component="div">
        {change.by ? change.by.displayName : t('history.system')} ·{' '}
        <RelativeTime value={change.at} />
      </Text>
      {change.kind !== 'CREATED' && change.changes.length > 0 && (
        <dl className={classes.changes}>
          {change.changes.map((field) => (
            <FieldDifference key={field.fieldKey} field={field} />
          ))}
        </dl>
      )}
    </Timeline.Item>
  );
}

function FieldDifference({ field }: { field: RecordChange['changes'][number] }) {
  const { t } = useTranslation(['registers', 'app']);
  const empty = t('app:field.empty');
  return (
    <div className={classes.change}>
      <dt>{field.fieldLabel}</dt>
      <dd>
        <del className={classes.before} data-empty={!field.before}>
          {field.before ?? empty}
        </del>{' '}
        <IconArrowRight size={12} role="img" aria-label={t('history.became')} />{' '}
        <ins className={classes.after} data-empty={!field.after}>
          {field.after ?? empty}
        </ins>
      </dd>
    </div>
  );
}
