import { Button } from '@mantine/core';
import { IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useViewer } from '@/auth/session';
import { EmptyState, ErrorState, ListPage, LoadingState, PageHeader } from '@/design';

import { DeleteGroupDialog } from './DeleteGroupDialog';
import { GroupDialog } from './GroupDialog';
import { GroupTable } from './GroupTable';
import { type PeopleGroup, groupsQuery } from './group-documents';

export type AskedOfGroup =
  { what: 'new' } | { what: 'change' | 'delete'; group: PeopleGroup } | null;

/** Own groups: people who share rights on registers. */
export function GroupsPage() {
  const { t } = useTranslation('people');
  const { canManagePeople } = useViewer();
  const { data, error, refetch } = useQuery(groupsQuery());
  const [asked, setAsked] = useState<AskedOfGroup>(null);
  const close = () => {
    setAsked(null);
  };
  const newButton = canManagePeople && (
    <Button
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={() => {
        setAsked({ what: 'new' });
      }}
    >
      {t('groups.new')}
    </Button>
  );
  return (
    <ListPage
      header={
        <PageHeader
          title={t('groups.title')}
          description={t('groups.description')}
          help={t('groups.help')}
          breadcrumbs={[{ label: t('title'), link: { to: '/people' } }]}
          actions={data && data.groups.length > 0 && newButton}
        />
      }
    >
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <LoadingState kind="list" rows={4} />
      ) : data.groups.length === 0 ? (
        <EmptyState
          icon={<IconUsersGroup size={24} />}
          title={t('groups.none')}
          description={t('groups.noneDetail')}
          action={newButton}
        />
      ) : (
        <GroupTable groups={data.groups} onAsk={setAsked} />
      )}
      {asked?.what === 'new' && <GroupDialog group={null} onClose={close} />}
      {asked?.what === 'change' && <GroupDialog group={asked.group} onClose={close} />}
      {asked?.what === 'delete' && <DeleteGroupDialog group={asked.group} onClose={close} />}
    </ListPage>
  );
}
