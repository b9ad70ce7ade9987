import { Group, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { RegisterField } from '../register-form';
import { CellValue } from '../list/CellValue';
import type { LinkedRecord } from './field-value';
import { useLinkedColumns } from './linked-columns';
import { RecordLink } from './RecordLink';

interface LinkedRecordsProps {
  field: RegisterField;
  records: readonly LinkedRecord[];
}

/** Records pointed to: as chips, or as a table when the form shows something of them. */
export function LinkedRecords({ field, records }: LinkedRecordsProps) {
  const { t } = useTranslation('registers');
  const { columns, values } = useLinkedColumns(field, records);
  if (columns.length === 0) {
    return (
      <Group gap={6}>
        {records.map((record) => (
          <RecordLink key={record.id} record={record} />
        ))}
      </Group>
    );
  }
  return (
    <Table.ScrollContainer minWidth={0} type="native">
      <Table fz="sm" verticalSpacing={4} aria-label={field.label}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('link.record')}</Table.Th>
            {columns.map((column) => (
              <Table.Th key={column.key}>{column.label}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {records.map((record) => (
            <Table.Tr key={record.id}>
              <Table.Th scope="row" fw={400}>
                <RecordLink record={record} />
              </Table.Th>
              {columns.map((column) => (
                <Table.Td key={column.key}>
                  <CellValue field={column} value={values.get(record.id)?.get(column.key)} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
