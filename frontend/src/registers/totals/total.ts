import type { RegisterField } from '../register-form';

/** What the numbers of a column can come to. */
export const TOTAL_KINDS = ['sum', 'average', 'minimum', 'maximum'] as const;
export type TotalKind = (typeof TOTAL_KINDS)[number];

/** Which columns are added up, and how: by field key. */
export type ChosenTotals = Readonly<Record<string, TotalKind>>;

/** `damage.sum,score.average`; keys of fields have no dots. */
export const encodeTotals = (totals: ChosenTotals): string =>
  Object.entries(totals)
    .map(([key, kind]) => `${encodeURIComponent(key)}.${kind}`)
    .join(',');

export function decodeTotals(text: string | undefined): ChosenTotals {
  const entries = (text ?? '').split(',').flatMap((part) => {
    const [key = '', name] = part.split('.');
    const kind = TOTAL_KINDS.find((one) => one === name);
    return key !== '' && kind ? [[key, kind] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** Whether a column is of numbers: the field's own, or those of its formula. */
export const isNumeric = (field: Pick<RegisterField, 'kind' | 'result'> | null): boolean =>
  field?.kind === 'NUMBER' || (field?.kind === 'COMPUTED' && field.result === 'NUMBER');

/** What is asked of the server: columns that are shown, of numbers, with a total chosen. */
export const askedTotals = (
  columns: readonly { id: string; field: Pick<RegisterField, 'kind' | 'result'> | null }[],
  chosen: ChosenTotals,
): string[] =>
  columns
    .filter(({ id, field }) => isNumeric(field) && chosen[id] !== undefined)
    .map(({ id }) => id)
    .slice(0, MAX_TOTALS);

/** As many as the server adds up at once. */
const MAX_TOTALS = 20;

/** With another total for a column; null takes it out. */
export function withTotal(chosen: ChosenTotals, key: string, kind: TotalKind | null): ChosenTotals {
  const others = Object.entries(chosen).filter(([other]) => other !== key);
  return Object.fromEntries(kind ? [...others, [key, kind]] : others);
}

/** A mean has one digit more than what it is of: the rest says nothing. */
export const roundTotal = (number: number, kind: TotalKind, decimals: number | null): number =>
  kind === 'average' ? Number(number.toFixed((decimals ?? 0) + 1)) : number;
