import { Button, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { DataTable, DateText, ErrorState, LoadingState } from '@/design';
import { useLanguage } from '@/i18n';
import { formatNumber } from '@/i18n/formats';

import { refusalsQuery } from './firewall-documents';

/** What was refused lately, counted by hour and address. */
export function Refusals() {
  const { t } = useTranslation('firewall');
  const language = useLanguage();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(refusalsQuery());
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState kind="list" rows={3} />;
  const refusals = data.pages.flatMap((page) => page.nodes);
  if (refusals.length === 0) {
    return (
      <Text fz="sm" c="dimmed">
        {t('refusals.none')}
      </Text>
    );
  }
  return (
    <>
      <DataTable
        label={t('refusals.title')}
        rows={refusals}
        rowId={({ hour, address, channel, reason }) => `${hour} ${address} ${channel} ${reason}`}
        columns={[
          {
            id: 'address',
            label: t('refusals.address'),
            cell: ({ address }) => (address === '*' ? t('refusals.others') : address),
          },
          {
            id: 'channel',
            label: t('test.channel'),
            cell: ({ channel }) => t(`channel.${channel}`),
          },
          { id: 'why', label: t('refusals.why'), cell: ({ reason }) => t(`reason.${reason}`) },
          {
            id: 'count',
            label: t('refusals.count'),
            isNumeric: true,
            cell: ({ count }) => formatNumber(count, language),
          },
          {
            id: 'last',
            label: t('refusals.last'),
            cell: ({ lastAt }) => <DateText value={lastAt} withTime />,
          },
        ]}
      />
      {hasNextPage && (
        <Button
          mt="sm"
          size="xs"
          variant="default"
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {t('refusals.older')}
        </Button>
      )}
    </>
  );
}
