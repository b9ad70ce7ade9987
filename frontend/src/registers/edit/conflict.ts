import type { EditValues } from './edit-value';
import { changedKeys, isSame } from './value-input';

/** Whose value is to be saved. */
export type Side = 'mine' | 'theirs';

/** What two people did to the same record, by field key. */
export interface Conflict {
  /** Both changed the field, differently: somebody has to choose. */
  contested: string[];
  /** Only the other changed it: their value is kept. */
  theirs: string[];
  /** Only I changed it, or both alike: my value is kept. */
  mine: string[];
}

/**
 * Compares my values and the record as it is now with the record as it was when I began.
 * All three hold the same fields.
 */
export function findConflict(base: EditValues, mine: EditValues, now: EditValues): Conflict {
  const changedByMe = new Set(changedKeys(base, mine));
  const changedByThem = new Set(changedKeys(base, now));
  const agrees = (key: string) => {
    const [a, b] = [mine[key], now[key]];
    return a !== undefined && b !== undefined && isSame(a, b);
  };
  const contested = [...changedByMe].filter((key) => changedByThem.has(key) && !agrees(key));
  return {
    contested,
    theirs: [...changedByThem].filter((key) => !changedByMe.has(key)),
    mine: [...changedByMe].filter((key) => !contested.includes(key)),
  };
}

/** The record as it is now with my changes on it; contested fields as chosen, mine unless told. */
export function mergeValues(
  conflict: Conflict,
  values: { mine: EditValues; now: EditValues },
  choices: Readonly<Record<string, Side>>,
): EditValues {
  const keepMine = [
    ...conflict.mine,
    ...conflict.contested.filter((key) => choices[key] !== 'theirs'),
  ];
  const kept = keepMine.flatMap((key) => {
    const value = values.mine[key];
    return value ? [[key, value] as const] : [];
  });
  return { ...values.now, ...Object.fromEntries(kept) };
}
