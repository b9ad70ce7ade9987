import type { SaveDashboardInput } from '@/graphql';

import { type Chart, type ChartRegister, toChartInput } from '@/charts/chart-documents';

import type { Board } from './board-documents';

/** The most charts on one dashboard. */
export const MOST_CARDS = 24;
export const MOST_COLUMNS = 4;

/** A chart on a dashboard that is being changed. */
export interface DraftCard {
  /** Tells cards apart while they are edited; never sent. */
  id: string;
  register: ChartRegister & { icon: string };
  chart: Chart;
  /** 1 to 4 of four columns. */
  width: number;
}

export interface BoardDraft {
  name: string;
  isShared: boolean;
  isHome: boolean;
  cards: DraftCard[];
}

export const EMPTY_BOARD: BoardDraft = { name: '', isShared: false, isHome: false, cards: [] };

export const toBoardDraft = ({ name, isShared, isHome, cards }: Board): BoardDraft => ({
  name,
  isShared,
  isHome,
  cards: cards.map(({ id, form, chart, width }) => ({ id, register: form, chart, width })),
});

/** The dashboard as the server takes it; `kept` is what it was, for one that is there already. */
export const toBoardInput = (
  draft: BoardDraft,
  kept: { id: string; version: number } | null,
): SaveDashboardInput => ({
  ...(kept && { id: kept.id, version: kept.version }),
  name: draft.name.trim(),
  isShared: draft.isShared,
  isHome: draft.isHome,
  cards: draft.cards.map(({ register, chart, width }) => ({
    formKey: register.key,
    chart: toChartInput(chart),
    width,
  })),
});

export const isSameBoard = (a: BoardDraft, b: BoardDraft): boolean =>
  JSON.stringify(toBoardInput(a, null)) === JSON.stringify(toBoardInput(b, null));

/** A wide drawing needs room; a figure does not. */
export function usualWidth({ kind }: Pick<Chart, 'kind'>): number {
  if (kind === 'NUMBER') return 1;
  return 2;
}

/** Puts a card where another is. */
export function moveCard(cards: readonly DraftCard[], id: string, to: string): DraftCard[] {
  const from = cards.findIndex((card) => card.id === id);
  const place = cards.findIndex((card) => card.id === to);
  const card = cards[from];
  if (!card || place < 0) return [...cards];
  return cards.toSpliced(from, 1).toSpliced(place, 0, card);
}

/** One place forwards or backwards. */
export function shiftCard(cards: readonly DraftCard[], id: string, by: 1 | -1): DraftCard[] {
  const other = cards[cards.findIndex((card) => card.id === id) + by];
  return other ? moveCard(cards, id, other.id) : [...cards];
}

/** With one card changed, or put at the end when it is not there yet. */
export function putCard(cards: readonly DraftCard[], card: DraftCard): DraftCard[] {
  const place = cards.findIndex(({ id }) => id === card.id);
  return place < 0 ? [...cards, card] : cards.with(place, card);
}
