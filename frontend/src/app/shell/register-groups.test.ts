import { expect, it } from 'vitest';

import type { MenuRegister } from '../registers';
import { groupRegisters } from './register-groups';

const register = (name: string, category: MenuRegister['category']) =>
  ({ id: name, key: name, name, category }) as MenuRegister;

const registers = [
  register('Incidenten', 'IMPROVEMENT'),
  register('Risico’s', 'RISK'),
  register('Klachten', 'IMPROVEMENT'),
];

it('puts registers under their headings, in the order of the menu', () => {
  expect(
    groupRegisters(registers, '').map((group) => [
      group.category,
      group.registers.map(({ name }) => name),
    ]),
  ).toEqual([
    ['RISK', ['Risico’s']],
    ['IMPROVEMENT', ['Incidenten', 'Klachten']],
  ]);
});

it('leaves headings out under which nothing was found', () => {
  const found = groupRegisters(registers, ' KLACHT ');
  expect(found.map(({ category }) => category)).toEqual(['IMPROVEMENT']);
  expect(groupRegisters(registers, 'x')).toEqual([]);
});
