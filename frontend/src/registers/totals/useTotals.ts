import { keepPreviousData, useQuery } from '@tanstack/react-query';

import { type RegisterTotalsQuery, documentQuery, graphql } from '@/graphql';

import { type ListState, toRecordFilter } from '../list/list-state';
import type { ListColumn } from '../list/columns';
import type { ListControl } from '../list/useListState';
import { type TotalKind, askedTotals, isNumeric, withTotal } from './total';

const RegisterTotalsDocument = graphql(`
  query RegisterTotals($key: String!, $filter: RecordFilter, $fields: [String!]!) {
    form(key: $key) {
      id
      records(filter: $filter, first: 1) {
        totals(totalFields: $fields) {
          key
          count
          sum
          average
          minimum
          maximum
        }
      }
    }
  }
`);

type FieldTotal = NonNullable<RegisterTotalsQuery['form']>['records']['totals'][number];

const totalsQuery = (formKey: string, state: ListState, fields: string[]) => ({
  ...documentQuery(RegisterTotalsDocument, {
    key: formKey,
    filter: toRecordFilter(state),
    fields,
  }),
  placeholderData: keepPreviousData,
  enabled: fields.length > 0,
});

/** What the columns come to over everything the list finds, and not the page alone. */
export function useTotals(formKey: string, control: ListControl, columns: readonly ListColumn[]) {
  const chosen = control.state.totals;
  const asked = askedTotals(columns, chosen);
  const { data, error } = useQuery(totalsQuery(formKey, control.state, asked));
  const found = data?.form?.records.totals ?? [];
  return {
    /** There is something to add up. */
    isOffered: columns.some(({ field }) => isNumeric(field)),
    hasFailed: error !== null,
    kindOf: (key: string): TotalKind | null => chosen[key] ?? null,
    /** Null while it is on its way. */
    totalOf: (key: string): FieldTotal | null => found.find((total) => total.key === key) ?? null,
    choose: (key: string, kind: TotalKind | null) => {
      // It narrows nothing: the page stays.
      control.changeInPlace({ totals: withTotal(chosen, key, kind) });
    },
  };
}

export type Totals = ReturnType<typeof useTotals>;
