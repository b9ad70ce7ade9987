import type { DraftField } from './form-draft';

/** Functions of formulas, with what stands between the brackets; `|` is where one goes on writing. */
export const FUNCTIONS = [
  { name: 'if', insert: 'if(|; ; )' },
  { name: 'sum', insert: 'sum(|)' },
  { name: 'average', insert: 'average(|)' },
  { name: 'min', insert: 'min(|)' },
  { name: 'max', insert: 'max(|)' },
  { name: 'round', insert: 'round(|; 2)' },
  { name: 'abs', insert: 'abs(|)' },
  { name: 'isempty', insert: 'isempty(|)' },
  { name: 'coalesce', insert: 'coalesce(|; 0)' },
  { name: 'count', insert: 'count(|)' },
  { name: 'likelihood', insert: 'likelihood(|)' },
  { name: 'impact', insert: 'impact(|)' },
  { name: 'addmonths', insert: 'addmonths(|; 12)' },
  { name: 'adddays', insert: 'adddays(|; 30)' },
] as const;

/** Kinds a formula can make nothing of. */
const USELESS = new Set<DraftField['kind']>(['RICH_TEXT', 'FILE', 'COLOUR']);

/** Fields that a formula can name. */
export const operandsFor = (fields: readonly DraftField[], id: string): DraftField[] =>
  fields.filter((field) => field.id !== id && field.key !== '' && !USELESS.has(field.kind));

export interface Insertion {
  text: string;
  /** Where one goes on writing. */
  caret: number;
}

/** Puts something in a formula in place of what is selected, with a space where words would stick. */
export function insertInto(
  expression: string,
  selection: { start: number; end: number },
  snippet: string,
): Insertion {
  const before = expression.slice(0, selection.start);
  const after = expression.slice(selection.end);
  const lead = /[\p{L}\p{N}_")]$/u.test(before) ? ' ' : '';
  const trail = /^[\p{L}\p{N}_"(]/u.test(after) ? ' ' : '';
  const hole = snippet.indexOf('|');
  const words = snippet.replace('|', '');
  return {
    text: before + lead + words + trail + after,
    caret: before.length + lead.length + (hole < 0 ? words.length : hole),
  };
}
