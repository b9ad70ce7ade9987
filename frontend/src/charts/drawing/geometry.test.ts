import { describe, expect, it } from 'vitest';

import { linePath, slicePath, textWidth, ticks, wrap } from './geometry';

describe('ticks', () => {
  it.each([
    [0, [0, 1]],
    [3, [0, 1, 2, 3]],
    [15, [0, 5, 10, 15]],
    [148, [0, 50, 100, 150]],
    [0.8, [0, 0.2, 0.4, 0.6, 0.8]],
  ])('up to %d are round, and never half a record', (most, expected) => {
    expect(ticks(most)).toEqual(expected);
  });
});

describe('text', () => {
  it('is put in lines that fit, the last of which says that there is more', () => {
    const lines = wrap('Ongeautoriseerde toegang tot patiëntgegevens door iemand', 150, 13, 2);
    expect(lines).toHaveLength(2);
    expect(lines.at(-1)).toMatch(/…$/);
    for (const line of lines) expect(textWidth(line, 13)).toBeLessThanOrEqual(150);
  });

  it('breaks a word that is wider than a line', () => {
    expect(wrap('Verwaarloosbaar', 76, 12, 2)).toEqual(['Verwaarlo-', 'osbaar']);
  });
});

describe('shapes', () => {
  it('draw a slice that is the whole ring', () => {
    const ring = { centre: { x: 50, y: 50 }, inner: 20, outer: 40 };
    expect(slicePath(ring, 0, 1)).toContain('A 40 40 0 1 1');
  });

  it('break a line where there is no figure', () => {
    const points = [{ x: 0, y: 0 }, null, { x: 2, y: 2 }, { x: 3, y: 3 }];
    expect(linePath(points)).toBe('M 0.00 0.00 M 2.00 2.00 L 3.00 3.00');
  });
});
