/** The parts of the designer. */
export type DesignerTab = 'fields' | 'statuses' | 'general' | 'preview';

const NAMES = new Set(['name', 'singularName', 'numberPrefix']);

/** Where what is wrong at a place can be seen; the names of a new register stand above its fields. */
export function tabOf(place: string, isNew: boolean): DesignerTab {
  if (/^(field|group)(s?$|\/)/.test(place)) return 'fields';
  if (/^status(es$|\/)/.test(place)) return 'statuses';
  return isNew && NAMES.has(place) ? 'fields' : 'general';
}
