import { ActionIcon, Menu } from '@mantine/core';
import { IconLayoutDashboard, IconPinned, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import type { Chart } from '@/charts/chart-documents';
import { notify } from '@/design';
import { useUserErrors } from '@/graphql';
import { newId } from '@/forms/draft/new-parts';

import { boardsQuery } from './board-documents';
import { type DraftCard, EMPTY_BOARD, MOST_CARDS, toBoardDraft, usualWidth } from './board-draft';
import { useSaveBoard } from './useBoardWrites';

interface AddToBoardProps {
  chart: Chart;
  register: DraftCard['register'];
}

/** Puts a register's chart at the end of a dashboard of one's own, or on a new one. */
export function AddToBoard({ chart, register }: AddToBoardProps) {
  const { t } = useTranslation('dashboard');
  const boards = useQuery(boardsQuery()).data?.dashboards ?? [];
  const { add, isPending } = useAddToBoard({ chart, register });
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          loading={isPending}
          aria-label={t('board.addToOf', { title: chart.title })}
        >
          <IconPinned size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('board.addTo')}</Menu.Label>
        {boards
          .filter(({ viewerCanEdit }) => viewerCanEdit)
          .map(({ id, name }) => (
            <Menu.Item
              key={id}
              leftSection={<IconLayoutDashboard size={16} aria-hidden />}
              onClick={() => void add(id)}
            >
              {name}
            </Menu.Item>
          ))}
        <Menu.Item leftSection={<IconPlus size={16} aria-hidden />} onClick={() => void add(null)}>
          {t('board.addNew')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function useAddToBoard({ chart, register }: AddToBoardProps) {
  const { t } = useTranslation('dashboard');
  const { sentence } = useUserErrors();
  const { save, asItIs, isPending, refusedNow } = useSaveBoard();
  const card: DraftCard = { id: newId(), register, chart, width: usualWidth(chart) };

  const tell = (message: string, isError = false) => {
    notify({ message, isError });
  };
  const add = async (id: string | null) => {
    const board = id === null ? null : await asItIs(id).catch(() => null);
    if (id !== null && !board) return;
    if (board && board.cards.length + board.hiddenCards >= MOST_CARDS) {
      tell(t('board.full', { max: MOST_CARDS }), true);
      return;
    }
    const draft = board ? toBoardDraft(board) : { ...EMPTY_BOARD, name: t('board.firstName') };
    const saved = await save(
      { ...draft, cards: [...draft.cards, card] },
      board && { id: board.id, version: board.version },
    );
    if (saved) tell(t('board.added', { title: chart.title, name: saved.name }));
    for (const error of refusedNow()) tell(sentence(error), true);
  };
  return { add, isPending };
}
