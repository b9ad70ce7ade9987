import { Anchor, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { type DataColumn, DataTable, RelativeTime } from '@/design';

import { AccountStatusBadge, FactorState } from './AccountBadges';
import { EndDate } from './EndDate';
import type { AccountRow } from './people-documents';

interface AccountTableProps {
  accounts: readonly AccountRow[];
  isStale: boolean;
}

export function AccountTable({ accounts, isStale }: AccountTableProps) {
  const { t } = useTranslation('people');
  return (
    <DataTable
      label={t('title')}
      rows={accounts}
      rowId={(account) => account.id}
      columns={useAccountColumns(accounts)}
      isStale={isStale}
      isMuted={(account) => account.status === 'ARCHIVED'}
    />
  );
}

function useAccountColumns(accounts: readonly AccountRow[]): DataColumn<AccountRow>[] {
  const { t } = useTranslation(['people', 'settings']);
  const someEnd = accounts.some((account) => account.accessEndsOn);
  const someGroup = accounts.some((account) => account.groups.length > 0);
  return [
    { id: 'name', label: t('list.name'), cell: (account) => <Name account={account} /> },
    {
      id: 'status',
      label: t('list.status'),
      cell: (account) => <AccountStatusBadge status={account.status} />,
    },
    { id: 'role', label: t('list.role'), cell: (account) => t(`settings:role.${account.role}`) },
    ...(someGroup ? [{ id: 'groups', label: t('list.groups'), cell: groupNames }] : []),
    {
      id: 'factor',
      label: t('list.factor'),
      cell: (account) => account.status !== 'ARCHIVED' && <FactorState account={account} />,
    },
    {
      id: 'lastSignIn',
      label: t('list.lastSignIn'),
      cell: (account) =>
        account.lastSignedInAt ? (
          <RelativeTime value={account.lastSignedInAt} />
        ) : (
          <Text inherit c="dimmed">
            {t('list.never')}
          </Text>
        ),
    },
    ...(someEnd
      ? [
          {
            id: 'end',
            label: t('list.end'),
            cell: ({ accessEndsOn }: AccountRow) => accessEndsOn && <EndDate day={accessEndsOn} />,
          },
        ]
      : []),
  ];
}

const groupNames = (account: AccountRow) => account.groups.map(({ name }) => name).join(', ');

function Name({ account }: { account: AccountRow }) {
  const { t } = useTranslation('people');
  return (
    <>
      <Anchor
        inherit
        renderRoot={(props) => <Link {...props} to="/people/$id" params={{ id: account.id }} />}
      >
        {account.user.displayName}
      </Anchor>
      <Group gap={6} fz="xs" c="dimmed" fw={400}>
        <span>{account.user.username}</span>
        {account.status === 'INVITED' && !account.invitationSentAt && (
          <span>· {t('list.notInvitedYet')}</span>
        )}
      </Group>
    </>
  );
}
