import { Anchor, Table } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';

import type { RegisterForm } from '../register-form';
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
}

const isNumeric = ({ field }: ListColumn) =>
  field?.kind === 'NUMBER' || (field?.kind === 'COMPUTED' && field.result === 'NUMBER');

export function RegisterTable(props: RegisterTableProps) {
  const { form, records, columns, sort, onSort, isStale } = props;
  const { t } = useTranslation('registers');
  const titleField = form.fields.find((field) => field.key === form.titleFieldKey);
  return (
    <div className={classes.scroll} data-stale={isStale}>
      <Table className={classes.table} aria-label={form.name} verticalSpacing={7}>
        <Table.Thead className={classes.head}>
          <Table.Tr>
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
                className={isNumeric(column) ? classes.numeric : undefined}
              />
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody onKeyDown={moveBetweenRows}>
          {records.map((record) => (
            <Row key={record.id} formKey={form.key} record={record} columns={columns} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

interface RowProps {
  formKey: string;
  record: ListedRecord;
  columns: readonly ListColumn[];
}

function Row({ formKey, record, columns }: RowProps) {
  const navigate = useNavigate();
  const values = filledValues(record.values);
  const target = {
    to: '/registers/$formKey/$number',
    params: { formKey, number: String(record.number) },
  } as const;
  return (
    <Table.Tr
      className={classes.row}
      // The link in the row does the same for the keyboard.
      onClick={(event) => {
        if (event.defaultPrevented || window.getSelection()?.isCollapsed === false) return;
        void navigate(target);
      }}
    >
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
        <Table.Td key={column.id} className={isNumeric(column) ? classes.numeric : classes.cell}>
          <ColumnCell column={column} record={record} values={values} />
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

/** Arrow keys, Home and End walk over the rows' links; Enter opens the one in focus. */
function moveBetweenRows(event: KeyboardEvent<HTMLTableSectionElement>) {
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row-link]')];
  const at = links.findIndex((link) => link === document.activeElement);
  if (at < 0) return;
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
}
