import { expect, it } from 'vitest';

import { findConflict, mergeValues } from './conflict';
import type { EditValues } from './edit-value';

const texts = (values: Record<string, string>): EditValues =>
  Object.fromEntries(Object.entries(values).map(([key, text]) => [key, { kind: 'TEXT', text }]));

const base = texts({ both: 'oud', mine: 'oud', theirs: 'oud', alike: 'oud', none: 'oud' });
const mine = texts({ both: 'ik', mine: 'ik', theirs: 'oud', alike: 'samen', none: 'oud' });
const now = texts({ both: 'zij', mine: 'oud', theirs: 'zij', alike: 'samen', none: 'oud' });
const conflict = findConflict(base, mine, now);

it('asks only about fields that both changed differently', () => {
  expect(conflict).toEqual({ contested: ['both'], theirs: ['theirs'], mine: ['mine', 'alike'] });
});

it('loses neither what the other changed nor what I changed', () => {
  expect(mergeValues(conflict, { mine, now }, {})).toEqual(
    texts({ both: 'ik', mine: 'ik', theirs: 'zij', alike: 'samen', none: 'oud' }),
  );
});

it('takes their value where I chose so', () => {
  expect(mergeValues(conflict, { mine, now }, { both: 'theirs' })).toEqual(
    texts({ both: 'zij', mine: 'ik', theirs: 'zij', alike: 'samen', none: 'oud' }),
  );
});

it('finds nothing contested when each changed another field', () => {
  const other = findConflict(
    base,
    { ...base, ...texts({ mine: 'ik' }) },
    { ...base, ...texts({ theirs: 'zij' }) },
  );
  expect(other).toEqual({ contested: [], theirs: ['theirs'], mine: ['mine'] });
});
