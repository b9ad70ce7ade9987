import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';

import { type UserErrorLike, useWrite } from '@/graphql';

import {
  BOARD_QUERIES,
  DeleteBoardDocument,
  SaveBoardDocument,
  boardQuery,
} from './board-documents';
import { type BoardDraft, toBoardInput } from './board-draft';

/** Saves a dashboard, and tells where somebody else was first. */
export function useSaveBoard() {
  const queryClient = useQueryClient();
  const latest = useRef<readonly UserErrorLike[]>([]);
  const { write, ...state } = useWrite(SaveBoardDocument, {
    payload: (reply) => {
      latest.current = reply.saveDashboard.userErrors;
      return reply.saveDashboard;
    },
    refresh: BOARD_QUERIES,
  });
  return {
    ...state,
    /** What the last attempt was refused for, also before the screen is drawn anew. */
    refusedNow: () => latest.current,
    save: async (draft: BoardDraft, kept: { id: string; version: number } | null) =>
      (await write({ input: toBoardInput(draft, kept) }))?.dashboard ?? null,
    /** The dashboard as it is on the server at this moment. */
    asItIs: async (id: string) =>
      (await queryClient.query({ ...boardQuery(id), staleTime: 0 })).dashboard,
  };
}

export function useDeleteBoard() {
  const { write, ...state } = useWrite(DeleteBoardDocument, {
    payload: (reply) => reply.deleteDashboard,
    refresh: ['DashboardBoards'],
  });
  return {
    ...state,
    remove: async (id: string) => (await write({ input: { id } })) !== null,
  };
}
