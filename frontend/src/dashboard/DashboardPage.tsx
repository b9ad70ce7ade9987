import { useSuspenseQuery } from '@tanstack/react-query';

import { BoardWithId } from './boards/BoardPage';
import { boardsQuery } from './boards/board-documents';
import { StartPage } from './StartPage';

/** Where one begins: the dashboard one chose for that, or the built-in page. */
export function DashboardPage() {
  const { dashboards } = useSuspenseQuery(boardsQuery()).data;
  const home = dashboards.find(({ isHome }) => isHome);
  return home ? <BoardWithId id={home.id} /> : <StartPage />;
}
