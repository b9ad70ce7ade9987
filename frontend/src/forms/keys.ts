/** Longest key the server takes. */
const MAX_KEY = 64;

/** Words that mean something in a formula: no field can be called so. */
const RESERVED = new Set([
  'and',
  'or',
  'not',
  'if',
  'min',
  'max',
  'sum',
  'average',
  'round',
  'abs',
  'isempty',
  'coalesce',
  'count',
  'likelihood',
  'impact',
  'addmonths',
  'adddays',
]);

/** `Datum van uitgifte` becomes `datum_van_uitgifte`; `fallback` where no letter is left. */
export function keyOf(label: string, fallback: string): string {
  const key = label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, MAX_KEY - 8)
    .replace(/_+$/, '');
  if (key === '') return fallback;
  return RESERVED.has(key) ? `${key}_${fallback}` : key;
}

/** The key, or the first of `key_2`, `key_3` … that is free. */
export function freeKey(taken: Iterable<string>, key: string): string {
  const others = new Set(taken);
  if (!others.has(key)) return key;
  let number = 2;
  while (others.has(`${key}_${number}`)) number += 1;
  return `${key}_${number}`;
}
