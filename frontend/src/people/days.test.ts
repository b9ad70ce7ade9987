import { expect, it } from 'vitest';

import { dayFromNow, dayOfMoment, daysUntil } from './days';

const evening = new Date(2026, 11, 30, 23, 59);

it('counts whole days, whatever the hour', () => {
  expect(dayOfMoment(evening)).toBe('2026-12-30');
  expect(daysUntil('2026-12-30', evening)).toBe(0);
  expect(daysUntil('2026-12-31', evening)).toBe(1);
  expect(daysUntil('2026-12-29', evening)).toBe(-1);
});

it('goes over the end of a month and of summer time', () => {
  expect(dayFromNow(2, evening)).toBe('2027-01-01');
  expect(dayFromNow(1, new Date(2026, 9, 24, 12))).toBe('2026-10-25');
  expect(daysUntil('2026-10-26', new Date(2026, 9, 24, 0, 30))).toBe(2);
});
