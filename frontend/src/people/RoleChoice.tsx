import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { Role } from '@/graphql';

import { ROLES } from './roles';

interface RoleChoiceProps {
  value: Role;
  onChange: (role: Role) => void;
  error?: string | undefined;
  roles?: readonly Role[];
}

/** A role with what it may do, in words. */
export function RoleChoice({ value, onChange, error, roles = ROLES }: RoleChoiceProps) {
  const { t } = useTranslation(['people', 'settings']);
  return (
    <Radio.Group
      label={t('list.role')}
      value={value}
      error={error}
      onChange={(chosen) => {
        const role = roles.find((one) => one === chosen);
        if (role) onChange(role);
      }}
    >
      <Stack gap="xs" mt={4}>
        {roles.map((role) => (
          <Radio
            key={role}
            value={role}
            label={t(`settings:role.${role}`)}
            description={t(`roleMay.${role}`)}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
