import { Badge, Button, Checkbox, Popover, Stack } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { RegisterStatus } from '../register-form';

interface StatusFilterProps {
  statuses: readonly RegisterStatus[];
  value: string[];
  onChange: (keys: string[]) => void;
}

export function StatusFilter({ statuses, value, onChange }: StatusFilterProps) {
  const { t } = useTranslation('registers');
  return (
    <Popover position="bottom-start" shadow="md" trapFocus>
      <Popover.Target>
        <Button
          variant={value.length > 0 ? 'light' : 'default'}
          rightSection={
            value.length > 0 ? (
              <Badge size="sm" circle>
                {value.length}
              </Badge>
            ) : (
              <IconChevronDown size={14} aria-hidden />
            )
          }
        >
          {t('list.status')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Checkbox.Group aria-label={t('list.status')} value={value} onChange={onChange}>
          <Stack gap="xs">
            {statuses.map((status) => (
              <Checkbox key={status.key} value={status.key} label={status.label} />
            ))}
          </Stack>
        </Checkbox.Group>
      </Popover.Dropdown>
    </Popover>
  );
}
