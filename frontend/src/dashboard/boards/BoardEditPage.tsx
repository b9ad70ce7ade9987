import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';

import { ErrorState } from '@/design';
import { AppError } from '@/graphql';

import { EMPTY_BOARD, toBoardDraft } from './board-draft';
import { type Board, boardQuery } from './board-documents';
import { BoardEditor } from './BoardEditor';
import { UnknownBoard } from './BoardPage';

const route = getRouteApi('/authenticated/dashboards/$id/edit');

/** A new dashboard. */
export function NewBoardPage() {
  return <BoardEditor kept={null} initial={EMPTY_BOARD} hiddenCards={0} />;
}

export function BoardEditPage() {
  const { id } = route.useParams();
  const board = useSuspenseQuery(boardQuery(id)).data.dashboard;
  if (!board) return <UnknownBoard />;
  if (!board.viewerCanEdit) return <ErrorState error={new AppError('FORBIDDEN')} />;
  return <EditKept key={id} board={board} />;
}

function EditKept({ board }: { board: Board }) {
  // What was fetched first: figures that are fetched anew must not undo what one has done.
  const [start, setStart] = useState(board);
  return (
    <BoardEditor
      key={start.version}
      kept={{ id: start.id, version: start.version }}
      initial={toBoardDraft(start)}
      hiddenCards={start.hiddenCards}
      onStartAnew={setStart}
    />
  );
}
