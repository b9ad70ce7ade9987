import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { DateText, FormPage, PageHeader } from '@/design';
import { useUserErrors } from '@/graphql';
import { LeaveGuard } from '@/registers/edit/LeaveGuard';
import { Panel } from '@/registers/record/Panel';

import { AddressTest } from './AddressTest';
import { ChannelRules } from './ChannelRules';
import { type Firewall, firewallQuery } from './firewall-documents';
import { CHANNELS, otherRefusals } from './firewall-draft';
import { Limits } from './Limits';
import { LockOutDialog } from './LockOutDialog';
import { PendingBanner } from './PendingBanner';
import { Refusals } from './Refusals';
import { useFirewallDraft } from './useFirewallDraft';

export function FirewallPage() {
  const { firewall } = useSuspenseQuery(firewallQuery()).data;
  // Keyed: after saving, the page begins with what the server made of it.
  return <FirewallEditor key={firewall.version} firewall={firewall} />;
}

/** From where one may come in, and how often. */
function FirewallEditor({ firewall }: { firewall: Firewall }) {
  const { t } = useTranslation('firewall');
  const { sentence } = useUserErrors();
  const control = useFirewallDraft(firewall);
  return (
    <FormPage
      header={
        <>
          <PageHeader
            title={t('title')}
            description={<Description firewall={firewall} />}
            help={t('help')}
          />
          {firewall.pending && <PendingBanner pending={firewall.pending} />}
        </>
      }
      errors={otherRefusals(control.refused).map((refusal) => sentence(refusal))}
      onSubmit={(event) => {
        event.preventDefault();
        void control.save(false);
      }}
      actions={
        <>
          {control.isDirty && (
            <Button variant="default" onClick={control.undo}>
              {t('undo')}
            </Button>
          )}
          <Button type="submit" disabled={!control.isDirty} loading={control.isPending}>
            {t('save')}
          </Button>
        </>
      }
    >
      {CHANNELS.map((channel) => (
        <Panel key={channel} title={t(`channel.${channel}`)}>
          <ChannelRules
            channel={channel}
            control={control}
            viewerAddress={firewall.viewerAddress}
          />
        </Panel>
      ))}
      <Panel title={t('limits.title')}>
        <Limits control={control} defaults={firewall.defaultLimits} />
      </Panel>
      <Panel title={t('test.title')}>
        <AddressTest
          viewerAddress={firewall.viewerAddress}
          proposal={control.isDirty ? control.input : null}
        />
      </Panel>
      <Panel title={t('refusals.title')}>
        <Refusals />
      </Panel>
      <LockOutDialog control={control} viewerAddress={firewall.viewerAddress} />
      <LeaveGuard isDirty={control.mustAskBeforeLeaving} />
    </FormPage>
  );
}

function Description({ firewall }: { firewall: Firewall }) {
  const { t } = useTranslation('firewall');
  const { updatedAt, updatedBy } = firewall;
  return (
    <>
      {t('description')}{' '}
      {updatedAt && (
        <>
          {updatedBy ? t('changedBy', { name: updatedBy.displayName }) : t('changed')}{' '}
          <DateText value={updatedAt} withTime />.
        </>
      )}
    </>
  );
}
