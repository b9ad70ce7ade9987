import { Alert, Button, Group, Text } from '@mantine/core';
import { IconArchive, IconTrash } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { DateText } from '@/design';

import { type RecordDetail, historyQuery } from '../record/record-query';
import { stepsOf } from './steps';
import { useLifecycle } from './useLifecycle';

/** Says that a record is put away or in the recycle bin, since when and by whom, and the way back. */
export function LifecycleBanner({ record }: { record: RecordDetail }) {
  return record.isDeleted || record.isArchived ? <Banner record={record} /> : null;
}

function Banner({ record }: { record: RecordDetail }) {
  const { t } = useTranslation(['records', 'registers']);
  const { take, isPending } = useLifecycle();
  const since = useSince(record);
  const back = stepsOf(record).find((step) => step === 'restore' || step === 'unarchive');
  const kind = record.isDeleted ? 'delete' : 'archive';
  const Icon = record.isDeleted ? IconTrash : IconArchive;
  return (
    <Alert
      color={record.isDeleted ? 'red' : 'gray'}
      mb="lg"
      icon={<Icon size={18} aria-hidden />}
      title={t(`lifecycle.${kind}.banner`)}
    >
      <Group justify="space-between" gap="sm">
        <Text fz="sm" component="div" style={{ flex: '1 1 16rem' }}>
          {since && (
            <>
              {since.name ?? t('registers:history.system')}, <DateText value={since.at} withTime />
              .{' '}
            </>
          )}
          {t(`lifecycle.${kind}.bannerDetail`)}
        </Text>
        {back && (
          <Button
            size="xs"
            variant="default"
            loading={isPending}
            data-no-print
            onClick={() => void take(back, [record])}
          >
            {t(`lifecycle.${back}.action`)}
          </Button>
        )}
      </Group>
    </Alert>
  );
}

/** When it went there and by whom; of the archive its history tells. */
function useSince(record: RecordDetail): { at: string; name: string | undefined } | null {
  const { data } = useInfiniteQuery(historyQuery(record.id));
  if (record.isDeleted) {
    return record.deletedAt ? { at: record.deletedAt, name: record.deletedBy?.displayName } : null;
  }
  const changes = data?.pages.flatMap((page) => page?.nodes ?? []) ?? [];
  const change = changes.find(({ kind }) => kind === 'ARCHIVED');
  return change ? { at: change.at, name: change.by?.displayName } : null;
}
