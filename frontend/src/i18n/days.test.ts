import { describe, expect, it } from 'vitest';

import { dayFromNow, daysUntil } from './days';

describe('a day some days ahead', () => {
  it('goes over the end of a month, and of February', () => {
    expect(dayFromNow(90, new Date(2026, 10, 26))).toBe('2027-02-24');
    expect(dayFromNow(1, new Date(2028, 1, 28, 23, 59))).toBe('2028-02-29');
  });

  it('does not lose a day where the clock goes back', () => {
    expect(dayFromNow(1, new Date(2026, 9, 24))).toBe('2026-10-25');
    expect(dayFromNow(1, new Date(2026, 9, 25))).toBe('2026-10-26');
  });
});

describe('days until an end', () => {
  it.each([
    ['2026-11-26', 0],
    ['2026-12-10', 14],
    ['2026-11-25', -1],
  ])('%s is %i', (day, days) => {
    expect(daysUntil(day, new Date(2026, 10, 26, 23, 30))).toBe(days);
  });
});
