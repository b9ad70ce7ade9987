import i18next from 'i18next';
import { describe, expect, it } from 'vitest';

import { describeDeadline, stateNow } from './deadline';
import type { DeadlineValue } from './field-value';

const due = (state: DeadlineValue['state'], stoppedAt: string | null = null): DeadlineValue => ({
  __typename: 'DeadlineValue',
  dueAt: '2026-11-23T12:00:00Z',
  stoppedAt,
  state,
});
const says = (value: DeadlineValue, now: string) =>
  describeDeadline(value, new Date(now), {
    t: i18next.getFixedT('nl', 'registers'),
    language: 'nl',
  });

describe('a deadline', () => {
  it('tells how long is left, in one unit', () => {
    expect(says(due('RUNNING'), '2026-11-20T11:00:00Z')).toBe('Nog 3 dagen');
    expect(says(due('RUNNING'), '2026-11-22T11:00:00Z')).toBe('Nog 25 uur');
    expect(says(due('SOON'), '2026-11-23T11:18:30Z')).toBe('Nog 41 minuten');
  });

  it('tells how late it is', () => {
    expect(says(due('OVERDUE'), '2026-11-23T15:30:00Z')).toBe('3 uur te laat');
    expect(says(due('MISSED', '2026-11-26T12:00:00Z'), '2026-12-31T00:00:00Z')).toBe(
      '3 dagen te laat afgerond',
    );
    expect(says(due('MET', '2026-11-22T12:00:00Z'), '2026-12-31T00:00:00Z')).toBe('Op tijd');
  });

  it('runs out while one looks at it', () => {
    expect(stateNow(due('SOON'), new Date('2026-11-23T11:59:59Z'))).toBe('SOON');
    expect(stateNow(due('SOON'), new Date('2026-11-23T12:00:00Z'))).toBe('OVERDUE');
    expect(stateNow(due('MET'), new Date('2027-01-01T00:00:00Z'))).toBe('MET');
  });
});
