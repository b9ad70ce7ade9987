import { useSuspenseQuery } from '@tanstack/react-query';

import { type DashboardOverviewQuery, documentQuery, graphql } from '@/graphql';

const DashboardOverviewDocument = graphql(`
  query DashboardOverview {
    forms {
      id
      key
      name
      singularName
      icon
      category
      recordCount
      viewerCanCreate
      statusCounts {
        count
        status {
          key
          label
          kind
          colour
        }
      }
      fields {
        key
        kind
        label
        isInList
      }
    }
  }
`);

export type OverviewRegister = DashboardOverviewQuery['forms'][number];
export type StatusCount = OverviewRegister['statusCounts'][number];

export const overviewQuery = () => documentQuery(DashboardOverviewDocument);

export function useOverview(): OverviewRegister[] {
  return useSuspenseQuery(overviewQuery()).data.forms;
}

/** How many records of a register are in a status of this kind, and which statuses those are. */
export function countOfKind(
  register: Pick<OverviewRegister, 'statusCounts'>,
  kind: StatusCount['status']['kind'],
): { count: number; statusKeys: string[] } {
  const counts = register.statusCounts.filter(({ status }) => status.kind === kind);
  return {
    count: counts.reduce((sum, { count }) => sum + count, 0),
    statusKeys: counts.map(({ status }) => status.key),
  };
}
