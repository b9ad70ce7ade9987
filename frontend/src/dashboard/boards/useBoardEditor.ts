import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useViewer } from '@/auth/session';
import { notify } from '@/design';
import { useUserErrors } from '@/graphql';

import type { Board } from './board-documents';
import { type BoardDraft, isSameBoard } from './board-draft';
import { useSaveBoard } from './useBoardWrites';

interface BoardEditorOptions {
  kept: { id: string; version: number } | null;
  initial: BoardDraft;
}

/** A dashboard being changed, and what the server thinks of it. */
export function useBoardEditor({ kept, initial }: BoardEditorOptions) {
  const { t } = useTranslation('dashboard');
  const { role } = useViewer();
  const navigate = useNavigate();
  const { byPath } = useUserErrors();
  const [start] = useState(initial);
  const [draft, setDraft] = useState(start);
  const [theirs, setTheirs] = useState<Board | null>(null);
  const isSaved = useRef(false);
  const { save, asItIs, isPending, refused, reset } = useSaveBoard();
  const errors = byPath(refused.filter(({ code }) => code !== 'CONFLICT'));
  const isDirty = !isSameBoard(start, draft);

  const saveAs = async (version: { id: string; version: number } | null) => {
    isSaved.current = true;
    const saved = await save(draft, version);
    isSaved.current = saved !== null;
    if (saved) {
      notify({ message: t('board.saved', { name: saved.name }) });
      await navigate({ to: '/dashboards/$id', params: { id: saved.id } });
      return;
    }
    // Nothing was saved: perhaps because somebody else was first. What is here stays here.
    const now = version && (await asItIs(version.id).catch(() => null));
    setTheirs(now && now.version !== version.version ? now : null);
  };

  return {
    draft,
    isPending,
    canShare: role === 'ADMINISTRATOR' || role === 'MANAGER',
    /** As somebody else made it meanwhile. */
    theirs,
    /** The sentence at a part: `name`, `cards.2.chart.groupBy`. */
    errorAt: (path: string): string | undefined => errors.get(path),
    /** The first thing that is wrong with a card. */
    cardError: (place: number): string | undefined =>
      [...errors].find(([path]) => `${path}.`.startsWith(`cards.${place}.`))?.[1],
    otherErrors: [...errors]
      .filter(([path]) => path !== 'name' && path !== 'isShared' && !/^cards\.\d+/.test(path))
      .map(([, sentence]) => sentence),
    change: (changes: Partial<BoardDraft>) => {
      reset();
      setDraft((current) => ({ ...current, ...changes }));
    },
    save: () => saveAs(kept),
    writeOver: () => saveAs(theirs && { id: theirs.id, version: theirs.version }),
    /** It is gone, or kept: there is nothing left to lose. */
    setSaved: () => {
      isSaved.current = true;
    },
    mustAskBeforeLeaving: () => isDirty && !isSaved.current,
  };
}
