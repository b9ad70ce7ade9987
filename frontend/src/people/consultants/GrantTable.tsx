import { Anchor, Button, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useViewer } from '@/auth/session';
import { type DataColumn, DataTable, DateText, LevelBadge, RelativeTime } from '@/design';

import { FactorState } from '../AccountBadges';
import { EndDate } from '../EndDate';
import { ChangeGrantDialog } from './ChangeGrantDialog';
import type { Grant } from './grant-documents';
import { WithdrawDialog } from './WithdrawDialog';

interface GrantTableProps {
  label: string;
  grants: readonly Grant[];
}

type Asked = { grant: Grant; what: 'change' | 'withdraw' } | null;

export function GrantTable({ label, grants }: GrantTableProps) {
  const { t } = useTranslation('people');
  const { canManagePeople } = useViewer();
  const [asked, setAsked] = useState<Asked>(null);
  const dialog = {
    onClose: () => {
      setAsked(null);
    },
  };
  return (
    <>
      <DataTable
        label={label}
        rows={grants}
        rowId={(grant) => grant.id}
        columns={useGrantColumns()}
        isMuted={(grant) => !grant.isInForce}
        actionsLabel={t('access.actions')}
        {...(canManagePeople && {
          actions: (grant: Grant) => <GrantActions grant={grant} onAsk={setAsked} />,
        })}
      />
      {asked?.what === 'change' && <ChangeGrantDialog grant={asked.grant} {...dialog} />}
      {asked?.what === 'withdraw' && <WithdrawDialog grant={asked.grant} {...dialog} />}
    </>
  );
}

interface GrantActionsProps {
  grant: Grant;
  onAsk: (asked: Asked) => void;
}

function GrantActions({ grant, onAsk }: GrantActionsProps) {
  const { t } = useTranslation('people');
  const name = grant.user.displayName;
  if (grant.withdrawnAt) return null;
  return (
    <>
      {grant.kind === 'CONSULTANT' && (
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={t('grant.changeOf', { name })}
          onClick={() => {
            onAsk({ grant, what: 'change' });
          }}
        >
          {t('grant.change')}
        </Button>
      )}
      {grant.isInForce && (
        <Button
          size="compact-sm"
          variant="light"
          color="red"
          aria-label={t('withdraw.of', { name })}
          onClick={() => {
            onAsk({ grant, what: 'withdraw' });
          }}
        >
          {t('withdraw.button')}
        </Button>
      )}
    </>
  );
}

function useGrantColumns(): DataColumn<Grant>[] {
  const { t } = useTranslation(['people', 'settings']);
  return [
    { id: 'name', label: t('list.name'), cell: (grant) => <Who grant={grant} /> },
    { id: 'state', label: t('list.status'), cell: (grant) => <GrantState grant={grant} /> },
    {
      id: 'scope',
      label: t('access.scope'),
      cell: (grant) => (
        <>
          {t(`settings:role.${grant.role}`)}
          <Text fz="xs" c="dimmed">
            {grant.forms ? grant.forms.map(({ name }) => name).join(', ') : t('access.allForms')}
          </Text>
        </>
      ),
    },
    { id: 'end', label: t('list.end'), cell: (grant) => <EndDate day={grant.endsOn} /> },
    {
      id: 'visit',
      label: t('access.lastVisit'),
      cell: ({ lastVisitAt, visitCount }) =>
        lastVisitAt ? (
          <>
            <RelativeTime value={lastVisitAt} />
            <Text fz="xs" c="dimmed">
              {t('access.visits', { count: visitCount })}
            </Text>
          </>
        ) : (
          t('access.noVisit')
        ),
    },
    { id: 'granted', label: t('access.granted'), cell: (grant) => <GrantedBy grant={grant} /> },
  ];
}

function Who({ grant }: { grant: Grant }) {
  return (
    <>
      <Anchor
        inherit
        renderRoot={(props) => (
          <Link {...props} to="/people/$id" params={{ id: grant.account.id }} />
        )}
      >
        {grant.user.displayName}
      </Anchor>
      <Text fz="xs" c="dimmed" fw={400}>
        {grant.organisation}
      </Text>
    </>
  );
}

function GrantState({ grant }: { grant: Grant }) {
  const { t } = useTranslation('people');
  if (grant.withdrawnAt) {
    return (
      <>
        <LevelBadge label={t('access.state.withdrawn')} colour="gray" />
        <Text fz="xs" c="dimmed">
          {grant.withdrawnBy?.displayName} <DateText value={grant.withdrawnAt} />
        </Text>
      </>
    );
  }
  if (!grant.isInForce) return <LevelBadge label={t('access.state.ended')} colour="gray" />;
  return (
    <>
      <LevelBadge label={t('access.state.inForce')} colour="green" />
      {grant.kind === 'CONSULTANT' && (
        <Text component="div" fz="xs" c="dimmed">
          <FactorState account={grant.account} />
        </Text>
      )}
    </>
  );
}

function GrantedBy({ grant }: { grant: Grant }) {
  const { t } = useTranslation('people');
  return (
    <>
      {grant.grantedBy?.displayName ?? t('access.byOperator')}
      <Text fz="xs" c="dimmed">
        <DateText value={grant.startsAt} />
        {grant.reason && <> · {grant.reason}</>}
      </Text>
    </>
  );
}
