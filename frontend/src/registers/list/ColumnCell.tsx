import { DateText, StatusBadge } from '@/design';

import type { ListedValue } from '../value/field-value';
import { CellValue } from './CellValue';
import type { ListColumn } from './columns';
import type { ListedRecord } from './records-query';

interface ColumnCellProps {
  column: ListColumn;
  record: ListedRecord;
  values: ReadonlyMap<string, ListedValue>;
}

/** What one record shows in one column. */
export function ColumnCell({ column, record, values }: ColumnCellProps) {
  if (column.field) return <CellValue field={column.field} value={values.get(column.id)} />;
  if (column.id === '$status') {
    const { label, colour, kind } = record.status;
    return <StatusBadge label={label} colour={colour} kind={kind} />;
  }
  return <DateText value={column.id === '$updated' ? record.updatedAt : record.createdAt} />;
}
