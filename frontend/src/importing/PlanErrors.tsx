import { Alert, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { useUserErrors } from '@/graphql';

import type { ImportPlan } from './import-documents';

interface PlanErrorsProps {
  plan: Pick<ImportPlan, 'errors' | 'errorCount'>;
  /** The way out; by default that of a register's import. */
  whatNow?: string;
}

/** What is wrong, cell by cell, as Excel names the cells. */
export function PlanErrors({ plan, whatNow }: PlanErrorsProps) {
  const { t } = useTranslation('importing');
  const { sentence } = useUserErrors();
  return (
    <div>
      <Alert color="red" title={t('errors.title', { count: plan.errorCount })} mb="sm">
        {whatNow ?? t('errors.whatNow')}
      </Alert>
      <Table.ScrollContainer
        minWidth={420}
        maxHeight={320}
        type="native"
        tabIndex={0}
        role="group"
        aria-label={t('errors.list')}
      >
        <Table fz="sm" verticalSpacing={6} stickyHeader aria-label={t('errors.list')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w="4rem">{t('errors.row')}</Table.Th>
              <Table.Th>{t('errors.column')}</Table.Th>
              <Table.Th>{t('errors.what')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {plan.errors.map((error) => {
              const { value: found } = error.params;
              return (
                <Table.Tr key={`${error.row} ${error.column ?? ''} ${error.code}`}>
                  <Table.Td>{error.row}</Table.Td>
                  <Table.Td>
                    {error.column && (
                      <Text component="span" fz="xs" c="dimmed" mr={6}>
                        {error.column}
                      </Text>
                    )}
                    {error.header}
                  </Table.Td>
                  <Table.Td>
                    {typeof found === 'string' && found !== '' && <q>{found}</q>} {sentence(error)}
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </div>
  );
}
