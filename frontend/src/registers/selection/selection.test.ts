import { describe, expect, it } from 'vitest';

import { MAX_SELECTED, emptySelection, extend, pageState, toggle, togglePage } from './selection';

const page = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }));
const [a, b, c, d, e] = page as [
  { id: string },
  { id: string },
  { id: string },
  { id: string },
  { id: string },
];
const none = emptySelection<{ id: string }>();
const ids = (selection: typeof none) => [...selection.records.keys()];

describe('picking records', () => {
  it('picks one and lets it go', () => {
    expect(ids(toggle(none, b))).toEqual(['b']);
    expect(ids(toggle(toggle(none, b), b))).toEqual([]);
  });

  it('picks a range from the one picked last, both ways', () => {
    expect(ids(extend(toggle(none, b), d, page))).toEqual(['b', 'c', 'd']);
    expect(ids(extend(toggle(none, d), b, page)).toSorted()).toEqual(['b', 'c', 'd']);
    const shorter = extend(extend(toggle(none, b), d, page), c, page);
    expect(shorter.anchor).toBe('b');
  });

  it('picks the one alone when the range would begin on another page', () => {
    expect(ids(extend(toggle(none, { id: 'z' }), c, page))).toEqual(['z', 'c']);
    expect(ids(extend(none, e, page))).toEqual(['e']);
  });

  it('picks the page and lets it go, and keeps what is on other pages', () => {
    const elsewhere = toggle(none, { id: 'z' });
    const whole = togglePage(toggle(elsewhere, a), page);
    expect(pageState(whole, page)).toBe('all');
    expect(ids(togglePage(whole, page))).toEqual(['z']);
    expect(pageState(toggle(none, a), page)).toBe('some');
    expect(pageState(none, page)).toBe('none');
  });

  it('stops at the most that is done at once', () => {
    const many = Array.from({ length: MAX_SELECTED + 30 }, (_, index) => ({ id: String(index) }));
    expect(togglePage(none, many).records.size).toBe(MAX_SELECTED);
    const full = togglePage(none, many.slice(0, MAX_SELECTED));
    expect(toggle(full, a).records.has('a')).toBe(false);
  });
});
