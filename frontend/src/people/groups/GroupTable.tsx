import { Anchor, Button, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useViewer } from '@/auth/session';
import { DataTable } from '@/design';

import type { AskedOfGroup } from './GroupsPage';
import type { PeopleGroup } from './group-documents';

/** How many members are named before the rest is counted. */
const NAMED = 4;

interface GroupTableProps {
  groups: readonly PeopleGroup[];
  onAsk: (asked: AskedOfGroup) => void;
}

export function GroupTable({ groups, onAsk }: GroupTableProps) {
  const { t } = useTranslation('people');
  const { canManagePeople } = useViewer();
  return (
    <DataTable
      label={t('groups.title')}
      rows={groups}
      rowId={(group) => group.id}
      columns={[
        { id: 'name', label: t('groups.name'), cell: (group) => <GroupName group={group} /> },
        { id: 'members', label: t('groups.members'), cell: (group) => <Members group={group} /> },
      ]}
      actionsLabel={t('access.actions')}
      {...(canManagePeople && {
        actions: (group: PeopleGroup) => <GroupActions group={group} onAsk={onAsk} />,
      })}
    />
  );
}

function GroupName({ group }: { group: PeopleGroup }) {
  return (
    <>
      {group.name}
      {group.description && (
        <Text fz="xs" c="dimmed" fw={400}>
          {group.description}
        </Text>
      )}
    </>
  );
}

function Members({ group }: { group: PeopleGroup }) {
  const { t } = useTranslation('people');
  const names = group.members.slice(0, NAMED).map(({ displayName }) => displayName);
  const others = group.memberCount - names.length;
  if (group.memberCount === 0) {
    return (
      <Text inherit c="dimmed">
        {t('groups.noMembers')}
      </Text>
    );
  }
  return (
    <>
      {names.join(', ')}
      {others > 0 && <> {t('groups.andOthers', { count: others })}</>}{' '}
      <Anchor
        inherit
        underline="always"
        renderRoot={(props) => <Link {...props} to="/people" search={{ group: group.id }} />}
        aria-label={t('groups.showOf', { name: group.name })}
      >
        {t('groups.show')}
      </Anchor>
    </>
  );
}

function GroupActions({ group, onAsk }: { group: PeopleGroup; onAsk: GroupTableProps['onAsk'] }) {
  const { t } = useTranslation('people');
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        aria-label={t('groups.changeOf', { name: group.name })}
        onClick={() => {
          onAsk({ what: 'change', group });
        }}
      >
        {t('groups.change')}
      </Button>
      <Button
        size="compact-sm"
        variant="subtle"
        color="red"
        aria-label={t('groups.deleteOf', { name: group.name })}
        onClick={() => {
          onAsk({ what: 'delete', group });
        }}
      >
        {t('groups.delete')}
      </Button>
    </>
  );
}
