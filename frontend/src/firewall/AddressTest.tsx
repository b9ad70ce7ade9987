import { Alert, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { DateText } from '@/design';
import { AppError, type FirewallChannel, type FirewallInput, request } from '@/graphql';

import { FirewallVerdictDocument, type Verdict } from './firewall-documents';
import { CHANNELS } from './firewall-draft';

interface AddressTestProps {
  viewerAddress: string;
  /** Changes that are not saved yet; null when there are none. */
  proposal: FirewallInput | null;
}

/** What the firewall would say to an address, before it is saved as well. */
export function AddressTest({ viewerAddress, proposal }: AddressTestProps) {
  const { t } = useTranslation(['firewall', 'errors']);
  const [address, setAddress] = useState(viewerAddress);
  const [channel, setChannel] = useState<FirewallChannel>('BROWSER');
  const { mutate, data, error, isPending, reset } = useMutation({
    meta: { silent: true },
    mutationFn: async () =>
      (await request(FirewallVerdictDocument, { address: address.trim(), channel, proposal }))
        .testFirewallAddress,
  });
  return (
    <Stack gap="sm">
      <Text fz="sm">
        {t('test.own', { address: viewerAddress })} {proposal && t('test.withChanges')}
      </Text>
      <Group align="flex-end" gap="xs">
        <TextInput
          label={t('test.address')}
          value={address}
          autoComplete="off"
          spellCheck={false}
          style={{ flex: '1 1 14rem' }}
          onChange={({ currentTarget }) => {
            reset();
            setAddress(currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            // Enter here asks; it does not save the page.
            event.preventDefault();
            mutate();
          }}
        />
        <Select
          label={t('test.channel')}
          w={180}
          allowDeselect={false}
          value={channel}
          data={CHANNELS.map((one) => ({ value: one, label: t(`channel.${one}`) }))}
          onChange={(value) => {
            reset();
            setChannel(value === 'API' ? 'API' : 'BROWSER');
          }}
        />
        <Button
          variant="default"
          loading={isPending}
          disabled={address.trim() === ''}
          onClick={() => {
            mutate();
          }}
        >
          {t('test.button')}
        </Button>
      </Group>
      <div role="status">
        {data && <VerdictWords verdict={data} />}
        {error && (
          <Alert color="red" p="xs">
            {error instanceof AppError && error.code !== 'BAD_REQUEST'
              ? t(`errors:app.${error.code}.detail`)
              : t('test.noAddress')}
          </Alert>
        )}
      </div>
    </Stack>
  );
}

function VerdictWords({ verdict }: { verdict: Verdict }) {
  const { t } = useTranslation('firewall');
  const { isAllowed, reason, rule, isBlockedUntil } = verdict;
  return (
    <Alert color={isAllowed ? 'green' : 'red'} p="xs" title={t(isAllowed ? 'test.in' : 'test.out')}>
      {t(`reason.${reason}`)} {rule && t('test.rule', { network: rule.network })}
      {rule?.note && ` (${rule.note})`}
      {isBlockedUntil && (
        <>
          {' '}
          {t('test.until')} <DateText value={isBlockedUntil} withTime />
        </>
      )}
    </Alert>
  );
}
