import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useViewer } from '@/auth/session';
import { DateText, Facts, RelativeTime } from '@/design';
import { Panel } from '@/registers/record/Panel';

import { FactorState } from './AccountBadges';
import type { Account } from './people-documents';

/** How somebody stands: second factor, invitation, last sign-in. */
export function PersonFacts({ account }: { account: Account }) {
  const { t } = useTranslation('people');
  const { canReadAuditLog } = useViewer();
  const { lastSignedInAt, archivedAt } = account;
  return (
    <Panel title={t('person.facts')}>
      <Facts
        facts={[
          [t('list.factor'), <FactorState key="factor" account={account} />],
          [
            t('list.lastSignIn'),
            lastSignedInAt ? <RelativeTime value={lastSignedInAt} /> : t('list.never'),
          ],
          [
            t('person.invitation'),
            account.status === 'INVITED' && <Invitation account={account} />,
          ],
          [t('person.created'), <DateText key="created" value={account.createdAt} withTime />],
          [t('person.archived'), archivedAt && <DateText value={archivedAt} withTime />],
          [t('person.openRecords'), account.openRecordCount],
        ]}
      />
      {canReadAuditLog && (
        <Anchor
          size="sm"
          mt="xs"
          display="inline-block"
          renderRoot={(props) => (
            <Link {...props} to="/audit" search={{ actor: account.user.id }} />
          )}
        >
          {t('person.toAudit')}
        </Anchor>
      )}
    </Panel>
  );
}

function Invitation({ account }: { account: Account }) {
  const { t } = useTranslation('people');
  const { invitationSentAt, invitationExpiresAt } = account;
  if (!invitationSentAt) return t('list.notInvitedYet');
  const isExpired = invitationExpiresAt && new Date(invitationExpiresAt) < new Date();
  return (
    <>
      {t('person.sent')} <RelativeTime value={invitationSentAt} />
      {invitationExpiresAt && (
        <Text fz="xs" c={isExpired ? 'var(--mantine-color-error)' : 'dimmed'}>
          {t(isExpired ? 'person.expired' : 'person.expires')}{' '}
          <DateText value={invitationExpiresAt} withTime />
        </Text>
      )}
    </>
  );
}
