import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { ListColumn } from '../list/columns';
import tableClasses from '../list/RegisterTable.module.css';
import { isNumeric } from './total';
import { TotalMenu } from './TotalMenu';
import classes from './Totals.module.css';
import type { Totals } from './useTotals';

interface TotalsProps {
  columns: readonly ListColumn[];
  totals: Totals;
}

/** Below the table: what its columns of numbers come to. */
export function TotalsRow({ columns, totals, span }: TotalsProps & { span: number }) {
  const { t } = useTranslation('records');
  if (!totals.isOffered) return null;
  return (
    <Table.Tfoot className={tableClasses.foot}>
      <Table.Tr>
        <Table.Th scope="row" colSpan={span}>
          {t('totals.row')}
        </Table.Th>
        {columns.map(({ id, field }) => (
          <Table.Td key={id} className={isNumeric(field) ? tableClasses.numeric : undefined}>
            {field && isNumeric(field) && <TotalMenu field={field} totals={totals} />}
          </Table.Td>
        ))}
      </Table.Tr>
    </Table.Tfoot>
  );
}

/** The same below the cards of a telephone. */
export function TotalsList({ columns, totals }: TotalsProps) {
  if (!totals.isOffered) return null;
  return (
    <dl className={classes.list}>
      {columns.map(
        ({ id, field }) =>
          field &&
          isNumeric(field) && (
            <div key={id}>
              <dt>{field.label}</dt>
              <dd>
                <TotalMenu field={field} totals={totals} />
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}
