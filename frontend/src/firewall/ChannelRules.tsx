import { Alert, Button, Group, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { FirewallAction, FirewallChannel } from '@/graphql';

import { ACTIONS } from './firewall-draft';
import classes from './firewall.module.css';
import { RuleRow } from './RuleRow';
import type { FirewallControl } from './useFirewallDraft';

interface ChannelRulesProps {
  channel: FirewallChannel;
  control: FirewallControl;
  viewerAddress: string;
}

/** Who may come in by one way, and who may not. */
export function ChannelRules(props: ChannelRulesProps) {
  const { t } = useTranslation('firewall');
  const isOpen = !props.control.draft.rules.some(
    ({ channel, action, network, hasEnded }) =>
      channel === props.channel && action === 'ALLOW' && network.trim() !== '' && !hasEnded,
  );
  return (
    <>
      <Text fz="sm" c="dimmed" mb="sm">
        {t(`channelHelp.${props.channel}`)}
      </Text>
      <Alert color={isOpen ? 'gray' : 'teal'} p="xs" mb="md">
        {t(isOpen ? 'open' : 'closed')}
      </Alert>
      {ACTIONS.map((action) => (
        <RuleList key={action} {...props} action={action} />
      ))}
    </>
  );
}

function RuleList(props: ChannelRulesProps & { action: FirewallAction }) {
  const { channel, action, control, viewerAddress } = props;
  const { t } = useTranslation('firewall');
  const rules = control.draft.rules.filter(
    (rule) => rule.channel === channel && rule.action === action,
  );
  const title = t(`list.${action}`);
  const hasOwn = rules.some(({ network }) => network.trim() === viewerAddress);
  return (
    <div className={classes.list}>
      <Title order={3} size="h4">
        {title}
      </Title>
      <Text fz="xs" c="dimmed" mb="xs">
        {t(`listHelp.${action}`)}
      </Text>
      {rules.length > 0 && (
        <>
          <div className={classes.heads} aria-hidden>
            <span>{t('network')}</span>
            <span>{t('note')}</span>
            <span>{t('endsOn')}</span>
          </div>
          <ul className={classes.rules} aria-label={`${t(`channel.${channel}`)}: ${title}`}>
            {rules.map((rule, index) => (
              <RuleRow
                key={rule.key}
                rule={rule}
                number={index + 1}
                list={title}
                control={control}
              />
            ))}
          </ul>
        </>
      )}
      <Group gap="xs" mt="xs">
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          aria-label={t(`addTo.${action}`, { channel: t(`channel.${channel}`) })}
          onClick={() => {
            control.add({ channel, action });
          }}
        >
          {t('add')}
        </Button>
        {action === 'ALLOW' && channel === 'BROWSER' && !hasOwn && (
          <Button
            size="xs"
            variant="subtle"
            onClick={() => {
              control.add({ channel, action, network: viewerAddress, note: t('ownNote') });
            }}
          >
            {t('addOwn', { address: viewerAddress })}
          </Button>
        )}
      </Group>
    </div>
  );
}
