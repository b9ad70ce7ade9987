import { Group, Text } from '@mantine/core';
import { IconShieldCheck, IconShieldOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { LevelBadge } from '@/design';
import type { AccountStatus } from '@/graphql';

const COLOURS: Record<AccountStatus, string> = {
  INVITED: 'blue',
  ACTIVE: 'green',
  ARCHIVED: 'gray',
};

export function AccountStatusBadge({ status }: { status: AccountStatus }) {
  const { t } = useTranslation('people');
  return <LevelBadge label={t(`status.${status}`)} colour={COLOURS[status]} />;
}

interface FactorStateProps {
  account: { hasSecondFactor: boolean; hasPasskey: boolean };
}

/** Whether someone has set up the second factor, and by what. */
export function FactorState({ account }: FactorStateProps) {
  const { t } = useTranslation('people');
  const { hasSecondFactor, hasPasskey } = account;
  const Icon = hasSecondFactor ? IconShieldCheck : IconShieldOff;
  const words = hasPasskey
    ? t('factor.withPasskey')
    : t(`factor.${hasSecondFactor ? 'yes' : 'no'}`);
  return (
    <Group gap={5} wrap="nowrap" align="flex-start">
      <Icon
        size={17}
        aria-hidden
        style={{ flex: 'none', marginTop: 2 }}
        color={`var(--mantine-color-${hasSecondFactor ? 'teal-6' : 'orange-7'})`}
      />
      <Text component="span" inherit>
        {words}
      </Text>
    </Group>
  );
}
