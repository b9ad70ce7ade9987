import { expect, it } from 'vitest';

import { type StepRecord, commonSteps, stepsOf } from './steps';

const aRecord = (record: Partial<StepRecord> = {}): StepRecord => ({
  id: 'rec_1',
  code: 'RIS-0001',
  isArchived: false,
  isDeleted: false,
  viewerCanArchive: true,
  viewerCanDelete: true,
  viewerCanPurge: false,
  ...record,
});

it('offers what fits where the record is', () => {
  expect(stepsOf(aRecord())).toEqual(['archive', 'delete']);
  expect(stepsOf(aRecord({ isArchived: true }))).toEqual(['unarchive', 'delete']);
  const thrownAway = { isDeleted: true, isArchived: true, viewerCanArchive: false };
  expect(stepsOf(aRecord(thrownAway))).toEqual(['restore']);
  expect(stepsOf(aRecord({ ...thrownAway, viewerCanPurge: true }))).toEqual(['restore', 'purge']);
});

it('offers nothing to who may only read', () => {
  expect(stepsOf(aRecord({ viewerCanArchive: false, viewerCanDelete: false }))).toEqual([]);
});

it('offers for several records what is possible with each of them', () => {
  expect(commonSteps([])).toEqual([]);
  expect(commonSteps([aRecord(), aRecord({ viewerCanDelete: false })])).toEqual(['archive']);
  expect(commonSteps([aRecord(), aRecord({ isArchived: true })])).toEqual(['delete']);
});
