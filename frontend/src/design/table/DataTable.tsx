import { Group, Stack, Table, VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';

import classes from './DataTable.module.css';

export interface DataColumn<TRow> {
  id: string;
  label: string;
  /** Null or empty when there is nothing to tell: a card then leaves the line out. */
  cell: (row: TRow) => ReactNode;
  isNumeric?: boolean;
}

export interface DataTableProps<TRow> {
  /** What the table is of. */
  label: string;
  rows: readonly TRow[];
  rowId: (row: TRow) => string;
  /** The first names the row. */
  columns: readonly DataColumn<TRow>[];
  /** Buttons at the end of a row. */
  actions?: (row: TRow) => ReactNode;
  /** What the column of buttons is called, for those who hear it. */
  actionsLabel?: string;
  /** Rows of the page before are still shown. */
  isStale?: boolean;
  /** Rows that count for less: withdrawn, ended. */
  isMuted?: (row: TRow) => boolean;
}

/** Rows in columns; on a telephone a card for each row. */
export function DataTable<TRow>(props: DataTableProps<TRow>) {
  const isNarrow = useMediaQuery('(max-width: 47.9375em)', undefined, {
    getInitialValueInEffect: false,
  });
  return isNarrow ? <Cards {...props} /> : <WideTable {...props} />;
}

function WideTable<TRow>(props: DataTableProps<TRow>) {
  const { label, rows, rowId, columns, actions, actionsLabel, isStale = false } = props;
  const [first, ...others] = columns;
  return (
    <Table.ScrollContainer
      minWidth={0}
      type="native"
      tabIndex={0}
      role="group"
      aria-label={label}
      className={classes.scroll}
      data-stale={isStale}
    >
      <Table className={classes.table} aria-label={label} verticalSpacing={8}>
        <Table.Thead className={classes.head}>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column.id} className={column.isNumeric ? classes.numeric : undefined}>
                {column.label}
              </Table.Th>
            ))}
            {actions && (
              <Table.Th>
                <VisuallyHidden>{actionsLabel}</VisuallyHidden>
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={rowId(row)} data-muted={props.isMuted?.(row)}>
              {first && (
                <Table.Th scope="row" className={classes.name}>
                  {first.cell(row)}
                </Table.Th>
              )}
              {others.map((column) => (
                <Table.Td
                  key={column.id}
                  className={column.isNumeric ? classes.numeric : undefined}
                >
                  {column.cell(row)}
                </Table.Td>
              ))}
              {actions && (
                <Table.Td className={classes.actions}>
                  <Group gap={4} justify="flex-end" wrap="nowrap">
                    {actions(row)}
                  </Group>
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

const isEmpty = (content: ReactNode) =>
  content === null || content === undefined || content === '' || content === false;

function Cards<TRow>({ label, rows, rowId, columns, actions, isMuted }: DataTableProps<TRow>) {
  const [first, ...others] = columns;
  return (
    <Stack component="ul" gap={0} m={0} p={0} className={classes.list} aria-label={label}>
      {rows.map((row) => {
        const facts = others
          .map((column) => ({ ...column, content: column.cell(row) }))
          .filter(({ content }) => !isEmpty(content));
        return (
          <li key={rowId(row)} className={classes.card} data-muted={isMuted?.(row)}>
            <div className={classes.name}>{first?.cell(row)}</div>
            {facts.length > 0 && (
              <dl className={classes.facts}>
                {facts.map(({ id, label: name, content }) => (
                  <div key={id} className={classes.fact}>
                    <dt>{name}</dt>
                    <dd>{content}</dd>
                  </div>
                ))}
              </dl>
            )}
            {actions && (
              <Group gap="xs" mt="xs">
                {actions(row)}
              </Group>
            )}
          </li>
        );
      })}
    </Stack>
  );
}
