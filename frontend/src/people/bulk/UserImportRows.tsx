import { Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { DateText } from '@/design';

import type { UserImportPreview } from './user-import';

/** The people of a workbook, as they would be. */
export function UserImportRows({ preview }: { preview: UserImportPreview }) {
  const { t } = useTranslation(['people', 'settings', 'importing']);
  const { rows, rowCount } = preview;
  return (
    <div>
      <Title order={2} size="h3" mb="xs">
        {t('importing:rows.title', { count: rows.length, total: rowCount })}
      </Title>
      <Table.ScrollContainer
        minWidth={620}
        maxHeight={420}
        type="native"
        tabIndex={0}
        role="group"
        aria-label={t('bulk.rows')}
      >
        <Table fz="sm" verticalSpacing={6} stickyHeader aria-label={t('bulk.rows')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w="3.5rem">{t('importing:errors.row')}</Table.Th>
              <Table.Th>{t('list.name')}</Table.Th>
              <Table.Th>{t('field.email')}</Table.Th>
              <Table.Th>{t('list.role')}</Table.Th>
              <Table.Th>{t('list.groups')}</Table.Th>
              <Table.Th>{t('list.end')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.row}>
                <Table.Td>{row.row}</Table.Td>
                <Table.Td>
                  {row.displayName}
                  <Text fz="xs" c="dimmed">
                    {row.username}
                  </Text>
                </Table.Td>
                <Table.Td>{row.email}</Table.Td>
                <Table.Td>{row.role && t(`settings:role.${row.role}`)}</Table.Td>
                <Table.Td>{row.groups.join(', ')}</Table.Td>
                <Table.Td>{row.accessEndsOn && <DateText value={row.accessEndsOn} />}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </div>
  );
}
