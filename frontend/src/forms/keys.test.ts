import { expect, it } from 'vitest';

import { freeKey, keyOf } from './keys';

it('makes a key of what people call a field', () => {
  expect(keyOf('Datum van uitgifte', 'field')).toBe('datum_van_uitgifte');
  expect(keyOf('  Één – twee  ', 'field')).toBe('een_twee');
  expect(keyOf('2e controle', 'field')).toBe('e_controle');
  expect(keyOf('€', 'field')).toBe('field');
  expect(keyOf('x'.repeat(200), 'field').length).toBeLessThanOrEqual(56);
});

it('leaves the words of formulas alone', () => {
  expect(keyOf('Impact', 'field')).toBe('impact_field');
  expect(keyOf('Impact op cliënten', 'field')).toBe('impact_op_clienten');
});

it('finds a key nobody has', () => {
  expect(freeKey([], 'a')).toBe('a');
  expect(freeKey(['a', 'a_2'], 'a')).toBe('a_3');
});
