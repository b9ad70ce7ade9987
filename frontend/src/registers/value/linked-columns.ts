import { useQuery } from '@tanstack/react-query';

import { documentQuery, graphql } from '@/graphql';

import { type RegisterField, registerFormQuery } from '../register-form';
import { type LinkedRecord, type ListedValue, filledValues } from './field-value';

const LinkedColumnsDocument = graphql(`
  query LinkedColumns($ids: [ID!]!, $keys: [String!]!) {
    nodes(ids: $ids) {
      __typename
      ... on Record {
        id
        values(keys: $keys) {
          ...ListValue
        }
      }
    }
  }
`);

/** The server looks up so many at once. */
const MOST_NODES = 100;

export interface LinkedColumns {
  columns: RegisterField[];
  /** Values by record id, then by field key; nothing while they are fetched. */
  values: ReadonlyMap<string, ReadonlyMap<string, ListedValue>>;
}

/** What a reference shows of the records beside their links. */
export function useLinkedColumns(
  field: Pick<RegisterField, 'referencedFormKey' | 'columns'>,
  records: readonly LinkedRecord[],
): LinkedColumns {
  const isAsked =
    field.referencedFormKey !== null && field.columns.length > 0 && records.length > 0;
  const { data: target } = useQuery({
    ...registerFormQuery(field.referencedFormKey ?? ''),
    enabled: isAsked,
  });
  const ids = records.slice(0, MOST_NODES).map((record) => record.id);
  const { data: linked } = useQuery({
    ...documentQuery(LinkedColumnsDocument, { ids, keys: field.columns }),
    enabled: isAsked,
  });
  if (!isAsked) return { columns: [], values: new Map() };
  const columns = field.columns.flatMap(
    (key) => target?.form?.fields.find((other) => other.key === key) ?? [],
  );
  const values = new Map(
    (linked?.nodes ?? []).flatMap((node) =>
      node?.__typename === 'Record' ? [[node.id, filledValues(node.values)] as const] : [],
    ),
  );
  return { columns, values };
}
