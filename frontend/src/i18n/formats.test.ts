import { describe, expect, it } from 'vitest';

import {
  formatBytes,
  formatDate,
  formatDateTime,
  formatDuration,
  formatNumber,
  formatRelativeTime,
  formatSeconds,
  inSentence,
} from './formats';

describe('dates', () => {
  it('are written with a short month in both languages', () => {
    expect(formatDate('2026-12-31', 'nl')).toBe('31 dec 2026');
    expect(formatDate('2026-12-31', 'en')).toBe('31 Dec 2026');
  });

  it('that are days do not shift with the time zone', () => {
    expect(formatDate('2026-01-01', 'nl')).toBe('1 jan 2026');
  });

  it('show hours and minutes when asked', () => {
    expect(formatDateTime('2026-12-31T14:05:00', 'nl')).toContain('14:05');
  });
});

describe('relative time', () => {
  const now = new Date('2026-11-23T12:00:00Z');

  it.each([
    ['2026-11-23T11:59:40Z', 'nu'],
    ['2026-11-23T11:57:00Z', '3 minuten geleden'],
    ['2026-11-23T09:10:00Z', '2 uur geleden'],
    ['2026-11-22T11:00:00Z', 'gisteren'],
    ['2026-11-09T11:00:00Z', '2 weken geleden'],
    ['2025-11-01T11:00:00Z', 'vorig jaar'],
    ['2026-11-24T12:00:00Z', 'morgen'],
  ])('of %s is %s', (value, words) => {
    expect(formatRelativeTime(value, now, 'nl')).toBe(words);
  });
});

describe('numbers', () => {
  it('have a comma in Dutch and a point in English', () => {
    expect(formatNumber(1234.5, 'nl')).toBe('1.234,5');
    expect(formatNumber(1234.5, 'en')).toBe('1,234.5');
  });

  it('keep the decimals of their field', () => {
    expect(formatNumber(3, 'nl', 2)).toBe('3,00');
  });
});

describe('a name within a sentence', () => {
  it('loses its capital unless it is an abbreviation', () => {
    expect(['Risk', 'DPIA', 'Élan'].map(inSentence)).toEqual(['risk', 'DPIA', 'élan']);
  });
});

describe('lengths of time and sizes', () => {
  const HOUR = 3_600_000;
  it.each([
    [59 * 60_000, '59 minuten'],
    [47 * HOUR, '47 uur'],
    [49 * HOUR, '2 dagen'],
    [-5, '0 minuten'],
  ])('%i ms is %s', (milliseconds, words) => {
    expect(formatDuration(milliseconds, 'nl')).toBe(words);
  });

  it.each([
    [3.24, '3,2 seconden'],
    [48.9, '49 seconden'],
    [200, '3 minuten'],
  ])('%f s is %s', (seconds, words) => {
    expect(formatSeconds(seconds, 'nl')).toBe(words);
  });

  it('are written as file managers do', () => {
    expect(formatBytes(512, 'nl')).toBe('512 byte');
    expect(formatBytes(240_300, 'nl')).toBe('240 kB');
    expect(formatBytes(1_440_000, 'nl')).toBe('1,4 MB');
    expect(formatBytes(2_350_000_000, 'nl')).toBe('2,4 GB');
    expect(formatBytes(3e12, 'en')).toBe('3 TB');
  });
});
