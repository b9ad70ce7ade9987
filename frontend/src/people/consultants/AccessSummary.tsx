import { Alert, Anchor, Group, Stack } from '@mantine/core';
import { IconShieldOff, IconUserShield } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { withoutFactorQuery } from '../people-documents';
import { grantsQuery } from './grant-documents';

/** At a glance: whether outsiders can get in, and who has yet to set up the second factor. */
export function AccessSummary() {
  return (
    <Stack gap="xs" mb="md">
      <Outsiders />
      <WithoutFactor />
    </Stack>
  );
}

function Outsiders() {
  const { t } = useTranslation('people');
  const { data } = useQuery(grantsQuery());
  const inForce = data?.accessGrants.filter((grant) => grant.isInForce) ?? [];
  if (inForce.length === 0) return null;
  const consultants = inForce.filter(({ kind }) => kind === 'CONSULTANT').length;
  const isOperatorIn = inForce.length > consultants;
  return (
    <Alert
      color={isOperatorIn ? 'orange' : 'blue'}
      p="xs"
      icon={<IconUserShield size={18} aria-hidden />}
    >
      <Group gap="xs">
        <span>
          {consultants > 0 && t('access.consultantsNow', { count: consultants })}{' '}
          {isOperatorIn && t('access.operatorNow')}
        </span>
        <Anchor href="#access" inherit underline="always" c="inherit">
          {t('access.look')}
        </Anchor>
      </Group>
    </Alert>
  );
}

function WithoutFactor() {
  const { t } = useTranslation('people');
  const { data } = useQuery(withoutFactorQuery());
  const count = data?.accounts.totalCount ?? 0;
  if (count === 0) return null;
  return (
    <Alert color="yellow" p="xs" icon={<IconShieldOff size={18} aria-hidden />}>
      <Group gap="xs">
        <span>{t('factor.missing', { count })}</span>
        <Anchor
          inherit
          underline="always"
          c="inherit"
          renderRoot={(props) => <Link {...props} to="/people" search={{ factor: 'no' }} />}
        >
          {t('factor.show')}
        </Anchor>
      </Group>
    </Alert>
  );
}
