import { Checkbox, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { ControlProps } from './control';

export function ChecklistControl(props: ControlProps<'CHECKLIST'>) {
  const { field, value, onChange, hint, error } = props;
  const { t } = useTranslation('registers');
  const figures = { ticked: value.ticked.length, total: field.options.length };
  return (
    <Checkbox.Group
      aria-label={field.label}
      description={hint}
      error={error}
      value={value.ticked}
      onChange={(chosen) => {
        // In the order of the list, so that the same ticks are the same value.
        const ticked = field.options.map(({ key }) => key).filter((key) => chosen.includes(key));
        onChange({ kind: 'CHECKLIST', ticked });
      }}
    >
      <Stack gap="xs" py={4}>
        {field.options.map((option) => (
          <Checkbox key={option.key} value={option.key} label={option.label} />
        ))}
        <Text fz="xs" c="dimmed" aria-live="polite">
          {t('checklist.progress', figures)}
        </Text>
      </Stack>
    </Checkbox.Group>
  );
}
