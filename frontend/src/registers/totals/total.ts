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

/** Whether a field holds numbers: itself, by its formula, or as the score of its matrix. */
export const canTotal = ({ kind, result }: Pick<RegisterField, 'kind' | 'result'>): boolean =>
  kind === 'NUMBER' || kind === 'LIKELIHOOD_IMPACT' || (kind === 'COMPUTED' && result === 'NUMBER');
