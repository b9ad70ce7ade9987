import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  Popover,
  ScrollArea,
  Stack,
  Text,
} from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconColumns3 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { type ListColumn, moveColumn } from './columns';
import type { ColumnChoice } from './useColumns';

/** Chooses which columns the list has, and in which order. */
export function ColumnButton({ columns }: { columns: ColumnChoice }) {
  const { t } = useTranslation('registers');
  const hidden = columns.available.filter((column) => !columns.shown.includes(column));
  return (
    <Popover position="bottom-end" shadow="md" width={340} trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns3 size={16} aria-hidden />}>
          {t('columns.button')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="sm">
        <ScrollArea.Autosize mah={420} type="auto" offsetScrollbars>
          <Stack gap={2} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
            {columns.shown.map((column, index) => (
              <ColumnRow key={column.id} column={column} index={index} columns={columns} />
            ))}
          </Stack>
          {hidden.length > 0 && (
            <>
              <Text fz="xs" c="dimmed" fw={600} mt="sm" mb={4}>
                {t('columns.hidden')}
              </Text>
              <Stack gap={2} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
                {hidden.map((column) => (
                  <ColumnRow key={column.id} column={column} index={null} columns={columns} />
                ))}
              </Stack>
            </>
          )}
        </ScrollArea.Autosize>
        {!columns.isUsual && (
          <Button variant="subtle" size="compact-sm" mt="sm" onClick={columns.reset}>
            {t('columns.reset')}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

interface ColumnRowProps {
  column: ListColumn;
  /** Place among the columns shown; null while hidden. */
  index: number | null;
  columns: ColumnChoice;
}

function ColumnRow({ column, index, columns }: ColumnRowProps) {
  const { t } = useTranslation('registers');
  const ids = columns.shown.map((shown) => shown.id);
  return (
    <Group component="li" justify="space-between" wrap="nowrap" mih={30}>
      <Checkbox
        size="sm"
        label={column.label}
        checked={index !== null}
        onChange={() => {
          columns.choose(
            index === null ? [...ids, column.id] : ids.filter((id) => id !== column.id),
          );
        }}
      />
      {index !== null && (
        <Group gap={2} wrap="nowrap">
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('columns.up', { label: column.label })}
            disabled={index === 0}
            onClick={() => {
              columns.choose(moveColumn(ids, column.id, -1));
            }}
          >
            <IconArrowUp size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('columns.down', { label: column.label })}
            disabled={index === ids.length - 1}
            onClick={() => {
              columns.choose(moveColumn(ids, column.id, 1));
            }}
          >
            <IconArrowDown size={16} aria-hidden />
          </ActionIcon>
        </Group>
      )}
    </Group>
  );
}
