import type { FormUpgrade, Pack } from './pack-documents';

/** Versions are not compared: what this server has is what there is to bring in. */
export const isCurrent = (pack: Pick<Pack, 'installedVersion' | 'availableVersion'>): boolean =>
  pack.installedVersion === pack.availableVersion;

export interface UpgradeFigures {
  added: number;
  changed: number;
  kept: number;
  blocked: number;
}

/** How many registers are new, change, keep something of one's own, or cannot be brought in. */
export function upgradeFigures(upgrades: readonly FormUpgrade[]): UpgradeFigures {
  const possible = upgrades.filter(({ obstacle }) => obstacle === null);
  return {
    added: possible.filter(({ isNew }) => isNew).length,
    changed: possible.filter(({ isNew, changes }) => !isNew && changes.length > 0).length,
    kept: possible.filter(({ conflicts }) => conflicts.length > 0).length,
    blocked: upgrades.length - possible.length,
  };
}
