import { describe, expect, it } from 'vitest';

import type { FormUpgrade } from './pack-documents';
import { isCurrent, upgradeFigures } from './upgrade-words';

const anUpgrade = (upgrade: Partial<FormUpgrade> = {}): FormUpgrade => ({
  key: 'risks',
  name: 'Risico’s',
  isNew: false,
  obstacle: null,
  changes: [],
  conflicts: [],
  ...upgrade,
});
const change = {
  kind: 'ADDED',
  path: 'fields.owner',
  label: 'Eigenaar',
  before: null,
  after: null,
} as const;
const conflict = { path: 'name.nl', kept: 'Onze', offered: 'Hunne' };

describe('an upgrade of a pack', () => {
  it('is told in figures, register by register', () => {
    const figures = upgradeFigures([
      anUpgrade({ isNew: true }),
      anUpgrade({ changes: [change], conflicts: [conflict] }),
      anUpgrade({ conflicts: [conflict] }),
      anUpgrade({ obstacle: 'OWN_FORM_WITH_THIS_KEY', changes: [change] }),
    ]);
    expect(figures).toEqual({ added: 1, changed: 1, kept: 2, blocked: 1 });
  });

  it('is there when the server has another version', () => {
    expect(isCurrent({ installedVersion: '2.0.0', availableVersion: '2.0.0' })).toBe(true);
    expect(isCurrent({ installedVersion: '2.0.0', availableVersion: '2.1.0' })).toBe(false);
  });
});
