import { describe, expect, it } from 'vitest';

import { dayChoices, dutchDay, endOfDutchDay, isPastDay, yesterday } from './dutch-day';

describe('a day in the Netherlands', () => {
  it('begins an hour or two before it does in Greenwich', () => {
    expect(dutchDay(new Date('2026-11-26T23:00:00Z'))).toBe('2026-11-27');
    expect(dutchDay(new Date('2026-07-01T21:59:00Z'))).toBe('2026-07-01');
    expect(yesterday(new Date('2026-03-01T12:00:00Z'))).toBe('2026-02-28');
  });

  it('ends in its own time, also on the days the clock is changed', () => {
    expect(endOfDutchDay('2026-01-31').toISOString()).toBe('2026-01-31T22:59:59.000Z');
    expect(endOfDutchDay('2026-07-01').toISOString()).toBe('2026-07-01T21:59:59.000Z');
    expect(endOfDutchDay('2026-03-29').toISOString()).toBe('2026-03-29T21:59:59.000Z');
    expect(endOfDutchDay('2026-10-25').toISOString()).toBe('2026-10-25T22:59:59.000Z');
  });

  it('can be looked back at once it is over', () => {
    const now = new Date('2026-11-27T10:00:00Z');
    expect(isPastDay('2026-11-26', now)).toBe(true);
    for (const wrong of ['2026-11-27', '2027-01-01', '2026-02-30', '2026-2-3', 'gisteren', '']) {
      expect(isPastDay(wrong, now), wrong).toBe(false);
    }
  });
});

describe('the days that are offered', () => {
  it('are the ends of the last month, quarter and year', () => {
    expect(dayChoices(new Date('2026-11-27T10:00:00Z'))).toEqual([
      { endOf: 'month', day: '2026-10-31' },
      { endOf: 'quarter', day: '2026-09-30' },
      { endOf: 'year', day: '2025-12-31' },
    ]);
  });

  it('are each offered once', () => {
    expect(dayChoices(new Date('2026-04-02T10:00:00Z'))).toEqual([
      { endOf: 'quarter', day: '2026-03-31' },
      { endOf: 'year', day: '2025-12-31' },
    ]);
    expect(dayChoices(new Date('2026-01-01T10:00:00Z'))).toEqual([
      { endOf: 'year', day: '2025-12-31' },
    ]);
  });
});
