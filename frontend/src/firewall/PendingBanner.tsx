import { Alert, Button, Group, List, Text } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { DateText, FormErrors, notify } from '@/design';
import { useWrite } from '@/graphql';

import {
  ConfirmFirewallDocument,
  DiscardPendingFirewallDocument,
  type Firewall,
} from './firewall-documents';

interface PendingBannerProps {
  pending: NonNullable<Firewall['pending']>;
}

/** A saved change that waits until somebody who is not shut out by it says yes. */
export function PendingBanner({ pending }: PendingBannerProps) {
  const { t } = useTranslation('firewall');
  const refresh = ['Firewall'];
  const confirm = useWrite(ConfirmFirewallDocument, {
    payload: (reply) => reply.confirmFirewall,
    refresh,
  });
  const discard = useWrite(DiscardPendingFirewallDocument, {
    payload: (reply) => reply.discardPendingFirewall,
    refresh,
  });
  const { rules, requestedBy, requestedAt, expiresAt } = pending;
  return (
    <Alert
      color="orange"
      mb="md"
      icon={<IconHourglass size={18} aria-hidden />}
      title={t('pending.title')}
    >
      <FormErrors errors={[...confirm.general, ...discard.general]} />
      <Text fz="sm">
        {t('pending.who', { name: requestedBy.displayName })}{' '}
        <DateText value={requestedAt} withTime />. {t('pending.until')}{' '}
        <DateText value={expiresAt} withTime />.
      </Text>
      <Text fz="sm" mt="xs">
        {t('pending.how')}
      </Text>
      <List size="sm" mt="xs">
        {rules.map(({ id, channel, action, network, note }) => (
          <List.Item key={id}>
            {t(`list.${action}`)} ({t(`channel.${channel}`)}): {network}
            {note && ` · ${note}`}
          </List.Item>
        ))}
      </List>
      <Group gap="xs" mt="sm">
        <Button
          size="xs"
          loading={confirm.isPending}
          onClick={() =>
            void confirm.write({}).then((answer) => {
              if (answer) notify({ message: t('saved') });
            })
          }
        >
          {t('pending.confirm')}
        </Button>
        <Button
          size="xs"
          variant="default"
          loading={discard.isPending}
          onClick={() =>
            void discard.write({}).then((answer) => {
              if (answer) notify({ message: t('pending.discarded') });
            })
          }
        >
          {t('pending.discard')}
        </Button>
      </Group>
    </Alert>
  );
}
