import { Anchor, Checkbox, Table } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';

import type { RegisterForm } from '../register-form';
import type { RowSelection } from '../selection/useSelection';
import { isNumeric } from '../totals/total';
import { TotalsRow } from '../totals/TotalsRow';
import type { Totals } from '../totals/useTotals';
import { filledValues } from '../value/field-value';
import { ColumnCell } from './ColumnCell';
import type { ListColumn } from './columns';
import type { ListSort } from './list-state';
import type { ListedRecord } from './records-query';
import classes from './RegisterTable.module.css';
import { SortableHeader } from './SortableHeader';

interface RegisterTableProps {
  form: RegisterForm;
  records: readonly ListedRecord[];
  columns: readonly ListColumn[];
  sort: ListSort;
  onSort: (sort: ListSort) => void;
  /** Rows of the page before are still shown. */
  isStale: boolean;
  /** Null when there is nothing the viewer may do with rows. */
  selection: RowSelection | null;
  totals: Totals;
}

export function RegisterTable(props: RegisterTableProps) {
  const { form, records, columns, sort, onSort, isStale, selection, totals } = props;
  const { t } = useTranslation(['registers', 'records']);
  const titleField = form.fields.find((field) => field.key === form.titleFieldKey);
  return (
    <div className={classes.scroll} data-stale={isStale} data-selectable={selection !== null}>
      <Table className={classes.table} aria-label={form.name} verticalSpacing={7}>
        <Table.Thead className={classes.head}>
          <Table.Tr>
            {selection && (
              <Table.Th className={classes.select} data-no-print>
                <Checkbox
                  size="xs"
                  radius={4}
                  data-select-page
                  aria-label={t('records:selection.page')}
                  checked={selection.page === 'all'}
                  indeterminate={selection.page === 'some'}
                  onChange={selection.onTogglePage}
                />
              </Table.Th>
            )}
            <SortableHeader
              label={t('list.number')}
              sort={{ by: 'NUMBER', fieldKey: null }}
              current={sort}
              onSort={onSort}
              className={classes.code}
            />
            <SortableHeader
              label={titleField?.label ?? t('list.title')}
              sort={{ by: 'TITLE', fieldKey: null }}
              current={sort}
              onSort={onSort}
              className={classes.title}
            />
            {columns.map((column) => (
              <SortableHeader
                key={column.id}
                label={column.label}
                sort={column.sort}
                current={sort}
                onSort={onSort}
                className={isNumeric(column.field) ? classes.numeric : undefined}
              />
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody
          onKeyDown={(event) => {
            moveBetweenRows(event, (row, isRange) => {
              const record = records[row];
              if (record) selection?.onToggle(record, isRange);
            });
          }}
        >
          {records.map((record) => (
            <Row
              key={record.id}
              formKey={form.key}
              record={record}
              columns={columns}
              selection={selection}
            />
          ))}
        </Table.Tbody>
        <TotalsRow columns={columns} totals={totals} span={selection ? 3 : 2} />
      </Table>
    </div>
  );
}

interface RowProps {
  formKey: string;
  record: ListedRecord;
  columns: readonly ListColumn[];
  selection: RowSelection | null;
}

function Row({ formKey, record, columns, selection }: RowProps) {
  const navigate = useNavigate();
  const values = filledValues(record.values);
  const isSelected = selection?.isSelected(record.id) ?? false;
  const target = {
    to: '/registers/$formKey/$number',
    params: { formKey, number: String(record.number) },
  } as const;
  return (
    <Table.Tr
      className={classes.row}
      data-selected={isSelected}
      // The link in the row does the same for the keyboard.
      onClick={(event) => {
        if (event.defaultPrevented || window.getSelection()?.isCollapsed === false) return;
        void navigate(target);
      }}
    >
      {selection && <SelectCell record={record} selection={selection} isSelected={isSelected} />}
      <Table.Td className={classes.code}>{record.code}</Table.Td>
      <Table.Th scope="row" className={classes.title}>
        <Anchor
          data-row-link
          title={record.title}
          className={classes.link}
          renderRoot={(props) => <Link {...props} {...target} preload={false} />}
        >
          {record.title}
        </Anchor>
      </Table.Th>
      {columns.map((column) => (
        <Table.Td
          key={column.id}
          className={isNumeric(column.field) ? classes.numeric : classes.cell}
        >
          <ColumnCell column={column} record={record} values={values} />
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

interface SelectCellProps {
  record: ListedRecord;
  selection: RowSelection;
  isSelected: boolean;
}

function SelectCell({ record, selection, isSelected }: SelectCellProps) {
  const { t } = useTranslation('records');
  return (
    <Table.Td
      className={classes.select}
      data-no-print
      // No text is to be selected on the way.
      onMouseDown={(event) => {
        if (event.shiftKey) event.preventDefault();
      }}
      // The box and all around it; a key on the box is a click as well.
      onClick={(event) => {
        event.stopPropagation();
        selection.onToggle(record, event.shiftKey);
      }}
    >
      <Checkbox
        size="xs"
        radius={4}
        aria-label={t('selection.one', { code: record.code })}
        checked={isSelected}
        disabled={!selection.canSelect(record)}
        readOnly
      />
    </Table.Td>
  );
}

/**
 * Arrow keys, Home and End walk over the rows' links; Enter opens the one in focus, the space bar picks
 * it, and Shift with an arrow picks all on the way.
 */
function moveBetweenRows(
  event: KeyboardEvent<HTMLTableSectionElement>,
  pick: (row: number, isRange: boolean) => void,
) {
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row-link]')];
  const at = links.findIndex((link) => link === document.activeElement);
  if (at < 0) return;
  if (event.key === ' ') {
    event.preventDefault();
    pick(at, event.shiftKey);
    return;
  }
  const targets: Partial<Record<string, number>> = {
    ArrowDown: Math.min(at + 1, links.length - 1),
    ArrowUp: Math.max(at - 1, 0),
    Home: 0,
    End: links.length - 1,
  };
  const target = targets[event.key];
  if (target === undefined) return;
  event.preventDefault();
  links[target]?.focus();
  if (event.shiftKey) pick(target, true);
}
