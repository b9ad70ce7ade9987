import { Button } from '@mantine/core';
import {
  IconFileSpreadsheet,
  IconFilterOff,
  IconUserPlus,
  IconUsersGroup,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { Pager } from '@/app/Pager';
import { type PagedControl, usePagedSearch } from '@/app/use-paged-search';
import { useViewer } from '@/auth/session';
import { EmptyState, ErrorState, ListPage, LoadingState, PageHeader } from '@/design';

import { AccountTable } from './AccountTable';
import { AccessSections } from './consultants/AccessSections';
import { AccessSummary } from './consultants/AccessSummary';
import { accountsQuery } from './people-documents';
import {
  NO_FILTER,
  type PeopleState,
  decodePeople,
  encodePeople,
  isNarrowed,
  toAccountFilter,
} from './people-state';
import { PeopleToolbar } from './PeopleToolbar';

const route = getRouteApi('/authenticated/people');

/** Who has access: the environment's own people, and apart from them consultants and the operator. */
export function PeoplePage() {
  const { t } = useTranslation('people');
  const search = route.useSearch();
  const state = useMemo(() => decodePeople(search), [search]);
  const control = usePagedSearch(state, encodePeople);
  const { data, error, isPlaceholderData, refetch } = useQuery(
    accountsQuery(toAccountFilter(state), { first: state.pageSize, after: state.after }),
  );
  const page = data?.accounts;
  return (
    <ListPage
      header={
        <>
          <PageHeader
            title={t('title')}
            description={t('description')}
            help={t('help')}
            actions={<PeopleActions />}
          />
          <AccessSummary />
        </>
      }
      toolbar={<PeopleToolbar control={control} />}
      footer={
        <>
          {page && page.nodes.length > 0 && <Pager control={control} page={page} />}
          <AccessSections />
        </>
      }
    >
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !page ? (
        <LoadingState kind="list" rows={8} />
      ) : page.nodes.length === 0 ? (
        <Nobody control={control} />
      ) : (
        <AccountTable accounts={page.nodes} isStale={isPlaceholderData} />
      )}
    </ListPage>
  );
}

function Nobody({ control }: { control: PagedControl<PeopleState> }) {
  const { t } = useTranslation('people');
  return (
    <EmptyState
      icon={<IconFilterOff size={24} />}
      title={t('list.nobody.title')}
      description={t('list.nobody.detail')}
      action={
        isNarrowed(control.state) && (
          <Button
            variant="default"
            onClick={() => {
              control.change(NO_FILTER);
            }}
          >
            {t('list.clearFilters')}
          </Button>
        )
      }
    />
  );
}

function PeopleActions() {
  const { t } = useTranslation('people');
  const { canManagePeople } = useViewer();
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconUsersGroup size={16} aria-hidden />}
        renderRoot={(props) => <Link {...props} to="/people/groups" />}
      >
        {t('groups.title')}
      </Button>
      {canManagePeople && (
        <>
          <Button
            variant="default"
            leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
            renderRoot={(props) => <Link {...props} to="/people/import" />}
          >
            {t('bulk.button')}
          </Button>
          <Button
            leftSection={<IconUserPlus size={16} aria-hidden />}
            renderRoot={(props) => <Link {...props} to="/people/invite" />}
          >
            {t('invite.button')}
          </Button>
        </>
      )}
    </>
  );
}
