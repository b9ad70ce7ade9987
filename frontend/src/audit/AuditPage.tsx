import { Button } from '@mantine/core';
import { IconFilterOff, IconListSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Pager } from '@/app/Pager';
import { type PagedControl, usePagedSearch } from '@/app/use-paged-search';
import { EmptyState, ErrorState, ListPage, LoadingState, PageHeader } from '@/design';

import { type AuditEvent, auditEventsQuery } from './audit-documents';
import {
  type AuditState,
  NO_FILTER,
  decodeAudit,
  encodeAudit,
  isNarrowed,
  toAuditFilter,
} from './audit-state';
import { AuditExportButton } from './AuditExportButton';
import { AuditToolbar } from './AuditToolbar';
import { ChainCard } from './ChainCard';
import { EventDialog } from './EventDialog';
import { EventTable } from './EventTable';

const route = getRouteApi('/authenticated/audit');

/** Who did what and when, and the proof that nobody changed it afterwards. */
export function AuditPage() {
  const { t } = useTranslation('audit');
  const search = route.useSearch();
  const state = useMemo(() => decodeAudit(search), [search]);
  const control = usePagedSearch(state, encodeAudit);
  const filter = toAuditFilter(state);
  const { data, error, isPlaceholderData, refetch } = useQuery(
    auditEventsQuery(filter, { first: state.pageSize, after: state.after }),
  );
  const [opened, setOpened] = useState<AuditEvent | null>(null);
  const page = data?.auditEvents;
  return (
    <ListPage
      header={
        <>
          <PageHeader
            title={t('title')}
            description={t('description')}
            help={t('help')}
            actions={
              <AuditExportButton
                filter={filter}
                total={page?.totalCount ?? 0}
                isNarrowed={isNarrowed(state)}
              />
            }
          />
          <ChainCard />
        </>
      }
      toolbar={<AuditToolbar control={control} />}
      footer={page && page.nodes.length > 0 && <Pager control={control} page={page} />}
    >
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !page ? (
        <LoadingState kind="list" rows={10} />
      ) : page.nodes.length === 0 ? (
        <NothingFound control={control} />
      ) : (
        <EventTable events={page.nodes} isStale={isPlaceholderData} onOpen={setOpened} />
      )}
      {opened && (
        <EventDialog
          event={opened}
          onClose={() => {
            setOpened(null);
          }}
        />
      )}
    </ListPage>
  );
}

function NothingFound({ control }: { control: PagedControl<AuditState> }) {
  const { t } = useTranslation('audit');
  const isFiltered = isNarrowed(control.state);
  return (
    <EmptyState
      icon={isFiltered ? <IconFilterOff size={24} /> : <IconListSearch size={24} />}
      title={t(isFiltered ? 'nothing.title' : 'empty.title')}
      description={t(isFiltered ? 'nothing.detail' : 'empty.detail')}
      action={
        isFiltered && (
          <Button
            variant="default"
            onClick={() => {
              control.change({ ...NO_FILTER, actions: [] });
            }}
          >
            {t('filter.clear')}
          </Button>
        )
      }
    />
  );
}
