import { Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { LevelBadge } from '@/design';
import type { ImportAction } from '@/graphql';

import type { ImportPlan } from './import-documents';
import classes from './PlanRows.module.css';

const COLOURS: Record<ImportAction, string> = {
  CREATE: 'green',
  UPDATE: 'blue',
  UNCHANGED: 'gray',
  CONFLICT: 'orange',
  ERROR: 'red',
};

type PlanRow = ImportPlan['rows'][number];

/** The first rows, as they would be. */
export function PlanRows({ plan }: { plan: ImportPlan }) {
  const { t } = useTranslation('importing');
  return (
    <div>
      <Title order={2} size="h3" mb="xs">
        {t('rows.title', { count: plan.rows.length, total: plan.rowCount })}
      </Title>
      <Table.ScrollContainer
        minWidth={480}
        maxHeight={420}
        type="native"
        tabIndex={0}
        role="group"
        aria-label={t('rows.list')}
      >
        <Table fz="sm" verticalSpacing={6} stickyHeader aria-label={t('rows.list')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w="4rem">{t('errors.row')}</Table.Th>
              <Table.Th w="9rem">{t('rows.action')}</Table.Th>
              <Table.Th>{t('rows.record')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {plan.rows.map((row) => (
              <Table.Tr key={row.row}>
                <Table.Td style={{ verticalAlign: 'top' }}>{row.row}</Table.Td>
                <Table.Td style={{ verticalAlign: 'top' }}>
                  <LevelBadge label={t(`rows.${row.action}`)} colour={COLOURS[row.action]} />
                </Table.Td>
                <Table.Td>
                  <Text inherit fw={550}>
                    {row.code && (
                      <Text component="span" inherit c="dimmed" fw={400} mr={6}>
                        {row.code}
                      </Text>
                    )}
                    {row.title}
                  </Text>
                  <Changes row={row} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </div>
  );
}

function Changes({ row }: { row: PlanRow }) {
  const { t } = useTranslation(['importing', 'app']);
  const write = (text: string | null | undefined) => text ?? t('app:field.empty');
  return row.changes.map((change) => (
    <Text key={change.fieldKey} component="div" fz="xs" c="dimmed">
      {change.fieldLabel}:{' '}
      {row.action === 'CONFLICT' ? (
        <BothValues inRegister={write(change.before)} inFile={write(change.after)} />
      ) : (
        <>
          {row.action === 'UPDATE' && <>{write(change.before)} → </>}
          {write(change.after)}
        </>
      )}
    </Text>
  ));
}

/** Neither goes before the other, so no arrow. */
function BothValues({ inRegister, inFile }: { inRegister: string; inFile: string }) {
  const { t } = useTranslation('importing');
  return (
    <ul className={classes.both}>
      <li>{t('conflict.inRegister', { value: inRegister })}</li>
      <li>{t('conflict.inFile', { value: inFile })}</li>
    </ul>
  );
}
