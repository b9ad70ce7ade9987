import { Group, Stack, Text } from '@mantine/core';
import { IconSquare, IconSquareCheckFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { FilledValue } from './field-value';

type ChecklistValue = Extract<FilledValue, { __typename: 'ChecklistValue' }>;

/** What was done and what was not. */
export function Checklist({ value }: { value: ChecklistValue }) {
  const { t } = useTranslation('registers');
  return (
    <>
      <Stack component="ul" gap={2} m={0} p={0} style={{ listStyle: 'none' }}>
        {value.items.map((item) => {
          const Icon = item.isTicked ? IconSquareCheckFilled : IconSquare;
          return (
            <Group component="li" key={item.key} gap={6} wrap="nowrap" align="flex-start">
              <Icon
                size={17}
                role="img"
                aria-label={t(item.isTicked ? 'checklist.done' : 'checklist.notDone')}
                style={{ flex: 'none', marginTop: 2 }}
              />
              <Text fz="sm">{item.label}</Text>
            </Group>
          );
        })}
      </Stack>
      <Text fz="xs" c="dimmed" mt={2}>
        {t('checklist.progress', { ticked: value.ticked, total: value.total })}
      </Text>
    </>
  );
}
