import { Button, Group, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { useActionWords } from '@/audit/action-words';
import { DataTable, DateText, ErrorState, LoadingState } from '@/design';

import { visitsQuery } from './grant-documents';

/** What consultants and the operator did in this environment. */
export function Visits() {
  const { t } = useTranslation('people');
  const { alone } = useActionWords();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(visitsQuery());
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState kind="list" rows={3} />;
  const visits = data.pages.flatMap((page) => page.nodes);
  if (visits.length === 0) {
    return (
      <Text p="md" fz="sm" c="dimmed">
        {t('visits.none')}
      </Text>
    );
  }
  return (
    <>
      <DataTable
        label={t('visits.title')}
        rows={visits}
        rowId={(visit) => visit.id}
        columns={[
          { id: 'who', label: t('visits.who'), cell: (visit) => visit.name },
          { id: 'kind', label: t('visits.kind'), cell: (visit) => t(`kind.${visit.kind}`) },
          { id: 'what', label: t('visits.what'), cell: (visit) => alone(visit.action) },
          {
            id: 'when',
            label: t('visits.when'),
            cell: (visit) => <DateText value={visit.at} withTime />,
          },
          { id: 'address', label: t('visits.address'), cell: (visit) => visit.address },
        ]}
      />
      {hasNextPage && (
        <Group p="sm">
          <Button
            size="xs"
            variant="default"
            loading={isFetchingNextPage}
            onClick={() => void fetchNextPage()}
          >
            {t('visits.older')}
          </Button>
        </Group>
      )}
    </>
  );
}
