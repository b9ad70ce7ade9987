import { describe, expect, it } from 'vitest';

import { aChart } from '@/charts/testing/sample-chart';

import {
  type DraftCard,
  EMPTY_BOARD,
  isSameBoard,
  moveCard,
  putCard,
  shiftCard,
  toBoardInput,
} from './board-draft';

const card = (id: string): DraftCard => ({
  id,
  register: { key: 'risks', name: 'Risico’s', icon: 'alert-triangle' },
  chart: aChart({ title: id }),
  width: 2,
});
const cards = ['a', 'b', 'c'].map(card);
const idsOf = (some: readonly DraftCard[]) => some.map(({ id }) => id).join('');

describe('the charts of a dashboard', () => {
  it('go where they are dragged', () => {
    expect(idsOf(moveCard(cards, 'a', 'c'))).toBe('bca');
    expect(idsOf(moveCard(cards, 'c', 'a'))).toBe('cab');
    expect(idsOf(moveCard(cards, 'x', 'a'))).toBe('abc');
  });

  it('stay within the dashboard', () => {
    expect(idsOf(shiftCard(cards, 'a', -1))).toBe('abc');
    expect(idsOf(shiftCard(cards, 'b', -1))).toBe('bac');
    expect(idsOf(shiftCard(cards, 'c', 1))).toBe('abc');
  });

  it('are put at the end, or in the place of what they were', () => {
    expect(idsOf(putCard(cards, card('d')))).toBe('abcd');
    expect(putCard(cards, { ...card('b'), width: 4 })[1]?.width).toBe(4);
  });
});

describe('a dashboard that is saved', () => {
  it('goes without what only the screen knows', () => {
    const input = toBoardInput({ ...EMPTY_BOARD, name: ' Directie ', cards: [card('a')] }, null);
    expect(input.name).toBe('Directie');
    expect(input.cards).toEqual([
      {
        formKey: 'risks',
        width: 2,
        chart: expect.objectContaining({ title: { nl: 'Per status', en: 'By status' } }) as unknown,
      },
    ]);
    expect(input).not.toHaveProperty('id');
  });

  it('differs when a card is wider, and not when a card has another id', () => {
    const board = { ...EMPTY_BOARD, cards };
    expect(isSameBoard(board, { ...board, cards: cards.map((one) => ({ ...one, id: 'z' })) })).toBe(
      true,
    );
    expect(
      isSameBoard(board, { ...board, cards: putCard(cards, { ...card('b'), width: 4 }) }),
    ).toBe(false);
  });
});
