import { expect, it } from 'vitest';

import { stagedAttempt, stagedRun } from '@/testing/staged-backups';

import {
  type BackupFilter,
  decodeFilter,
  encodeFilter,
  filtered,
  isNarrowed,
  momentOf,
  parseBackupSearch,
  shownState,
  sizeOf,
} from './backup-state';

const none: BackupFilter = { tiers: [], states: [] };
const some: BackupFilter = { tiers: ['COLD'], states: ['PROVEN', 'REMOVED'] };

const throughTheAddress = (filter: BackupFilter) =>
  decodeFilter(
    parseBackupSearch(Object.fromEntries(new URLSearchParams({ ...encodeFilter(filter) }))),
  );

it('comes back from the address unchanged', () => {
  expect(throughTheAddress(some)).toEqual(some);
  expect(throughTheAddress(none)).toEqual(none);
  expect(encodeFilter(none)).toEqual({});
  expect(encodeFilter(some)).toEqual({ store: 'cold', state: 'proven,removed' });
});

it('drops what people make of the address', () => {
  expect(decodeFilter(parseBackupSearch({ store: 'lauw,hot', state: 7 }))).toEqual({
    tiers: ['HOT'],
    states: [],
  });
});

it('counts a removed one as removed, whatever it was before', () => {
  const gone = stagedRun({ id: 'bru_2', removedAt: '2026-11-26T00:00:00Z' });
  expect(shownState(gone)).toBe('REMOVED');
  const runs = [stagedRun(), gone];
  expect(filtered(runs, { tiers: [], states: ['PROVEN'] })).toEqual([runs[0]]);
  expect(filtered(runs, { tiers: [], states: ['REMOVED'] })).toEqual([gone]);
});

it('leaves out only what the filters leave out', () => {
  const [hot, cold] = [stagedRun(), stagedRun({ id: 'bru_2', tier: 'COLD' })];
  expect(filtered([hot, cold], none)).toEqual([hot, cold]);
  expect(filtered([hot, cold], some)).toEqual([cold]);
  expect([none, some].map(isNarrowed)).toEqual([false, true]);
});

it('is told by the moment it shows, or is for; and has a size once it is there', () => {
  expect(momentOf(stagedRun())).toBe('2026-11-27T09:00:00Z');
  expect(momentOf(stagedAttempt({ state: 'ASKED' }))).toBe('2026-11-27T08:59:00Z');
  expect(sizeOf(stagedRun())).toBe(20_000_000);
  expect(sizeOf(stagedAttempt({ state: 'RUNNING' }))).toBeNull();
});
