import { Anchor, Checkbox, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { StatusBadge } from '@/design';

import type { RowSelection } from '../selection/useSelection';
import { filledValues } from '../value/field-value';
import { ColumnCell } from './ColumnCell';
import type { ListColumn } from './columns';
import classes from './RecordCards.module.css';
import type { ListedRecord } from './records-query';

interface RecordCardsProps {
  formKey: string;
  label: string;
  records: readonly ListedRecord[];
  columns: readonly ListColumn[];
  selection: RowSelection | null;
}

/** How many columns a card shows beside number, title and status. */
const CARD_COLUMNS = 4;

/** The list on a telephone: a card for each record, the whole of which can be tapped. */
export function RecordCards(props: RecordCardsProps) {
  const { formKey, label, records, columns, selection } = props;
  const { t } = useTranslation('records');
  const shown = columns.filter((column) => column.id !== '$status').slice(0, CARD_COLUMNS);
  return (
    <Stack component="ul" gap={0} m={0} p={0} className={classes.list} aria-label={label}>
      {records.map((record) => {
        const values = filledValues(record.values);
        const filled = shown.filter((column) => !column.field || values.has(column.id));
        return (
          <li key={record.id} className={classes.card}>
            <Group justify="space-between" wrap="nowrap" mb={4}>
              <Group gap="xs" wrap="nowrap">
                {selection && (
                  <Checkbox
                    size="sm"
                    className={classes.select}
                    aria-label={t('selection.one', { code: record.code })}
                    checked={selection.isSelected(record.id)}
                    disabled={!selection.canSelect(record)}
                    onChange={() => {
                      selection.onToggle(record, false);
                    }}
                  />
                )}
                <Text fz="xs" c="dimmed">
                  {record.code}
                </Text>
              </Group>
              <StatusBadge
                label={record.status.label}
                colour={record.status.colour}
                kind={record.status.kind}
              />
            </Group>
            <Anchor
              fw={550}
              fz="sm"
              className={classes.link}
              renderRoot={(props) => (
                <Link
                  {...props}
                  to="/registers/$formKey/$number"
                  params={{ formKey, number: String(record.number) }}
                />
              )}
            >
              {record.title}
            </Anchor>
            {filled.length > 0 && (
              <dl className={classes.facts}>
                {filled.map((column) => (
                  <div key={column.id} className={classes.fact}>
                    <dt>{column.label}</dt>
                    <dd>
                      <ColumnCell column={column} record={record} values={values} />
                    </dd>
                  </div>
                ))}
              </dl>
            )}
          </li>
        );
      })}
    </Stack>
  );
}
