import { expect, it } from 'vitest';

import { aField, aForm } from '@/registers/testing/sample-form';

import {
  assignColumn,
  columnLetters,
  missingFields,
  toMapping,
  toMappingInput,
} from './column-mapping';
import { readOutcome } from './upload-file';

it('gives a field to one column only', () => {
  const mapping = assignColumn({ 0: 'title', 1: 'owner' }, 2, 'title');
  expect(mapping).toEqual({ 1: 'owner', 2: 'title' });
});

it('lets a column go nowhere', () => {
  expect(assignColumn({ 0: 'title', 1: 'owner' }, 0, null)).toEqual({ 1: 'owner' });
});

it('comes back unchanged from the form the server takes', () => {
  const pairs = [
    { column: 0, fieldKey: '$number' },
    { column: 3, fieldKey: 'title' },
  ];
  expect(toMappingInput(toMapping(pairs))).toEqual(pairs);
});

it('misses required fields unless rows have a number of their own', () => {
  const form = aForm({
    fields: [aField({ key: 'title', isRequired: true }), aField({ key: 'notes' })],
  });
  expect(missingFields(form, { 0: 'notes' }).map((field) => field.key)).toEqual(['title']);
  expect(missingFields(form, { 0: 'notes', 1: '$number' })).toEqual([]);
});

it('names columns as Excel does', () => {
  expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
});

it('reads what the server says of an upload, and nothing else', () => {
  expect(readOutcome('{"uploadId":"upl_1"}')).toEqual({ uploadId: 'upl_1' });
  expect(readOutcome('{"userErrors":[{"code":"TOO_LARGE","path":[],"params":{"max":5}}]}')).toEqual(
    {
      userErrors: [{ code: 'TOO_LARGE', params: { max: 5 } }],
    },
  );
  expect(readOutcome('<html>502</html>')).toBeNull();
  expect(readOutcome('{"userErrors":[]}')).toBeNull();
});
