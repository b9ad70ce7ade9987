import { expect, it } from 'vitest';

import { suggestPrefix, suggestSingular } from './names';

it('suggests a prefix from the name', () => {
  expect(suggestPrefix('Bezoekers')).toBe('BEZ');
  expect(suggestPrefix('Sleutelbeheer van locaties')).toBe('SVL');
  expect(suggestPrefix('Évaluaties')).toBe('EVA');
  expect(suggestPrefix('27001')).toBe('');
});

it('suggests what one record is called', () => {
  const cases = [
    ['Bezoekers', 'Bezoeker'],
    ['Risico’s', 'Risico'],
    ['Wijzigingen', 'Wijziging'],
    ['Bedrijfsmiddelen', 'Bedrijfsmiddel'],
    ['Sleutels', 'Sleutel'],
    ['Klachten', 'Klacht'],
    ['Mogelijkheden', 'Mogelijkheid'],
    ['Audit', 'Audit'],
  ] as const;
  for (const [plural, one] of cases) expect(suggestSingular(plural, 'nl')).toBe(one);
  expect(suggestSingular('Policies', 'en')).toBe('Policy');
  expect(suggestSingular('Visitors', 'en')).toBe('Visitor');
});
