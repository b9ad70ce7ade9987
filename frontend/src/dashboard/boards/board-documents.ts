import {
  type DashboardBoardQuery,
  type DashboardBoardsQuery,
  documentQuery,
  graphql,
} from '@/graphql';

graphql(`
  fragment BoardFacts on Dashboard {
    id
    name
    isShared
    isHome
    version
    viewerCanEdit
    owner {
      id
      displayName
    }
  }
`);

const BoardsDocument = graphql(`
  query DashboardBoards {
    dashboards {
      ...BoardFacts
    }
  }
`);

const BoardDocument = graphql(`
  query DashboardBoard($id: ID!) {
    dashboard(id: $id) {
      ...BoardFacts
      hiddenCards
      cards {
        id
        width
        form {
          ...ChartFormParts
        }
        chart {
          ...ChartParts
        }
        data {
          ...ChartDataParts
        }
      }
    }
  }
`);

export const SaveBoardDocument = graphql(`
  mutation SaveBoard($input: SaveDashboardInput!) {
    saveDashboard(input: $input) {
      dashboard {
        ...BoardFacts
      }
      userErrors {
        code
        path
        params
      }
    }
  }
`);

export const DeleteBoardDocument = graphql(`
  mutation DeleteBoard($input: DeleteDashboardInput!) {
    deleteDashboard(input: $input) {
      deletedId
      userErrors {
        code
        path
        params
      }
    }
  }
`);

/** A dashboard in the switcher. */
export type BoardFacts = DashboardBoardsQuery['dashboards'][number];
/** A dashboard with its charts and their figures. */
export type Board = NonNullable<DashboardBoardQuery['dashboard']>;
export type BoardCard = Board['cards'][number];

/** The viewer's own dashboards and shared ones, by name. */
export const boardsQuery = () => documentQuery(BoardsDocument);
export const boardQuery = (id: string) => documentQuery(BoardDocument, { id });

/** Queries to ask anew when a dashboard was changed. */
export const BOARD_QUERIES = ['DashboardBoards', 'DashboardBoard'] as const;
