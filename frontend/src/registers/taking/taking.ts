import type { BackupComparisonState, UserErrorLike } from '@/graphql';

import type { RecordProblem } from '../selection/BulkProblems';
import type { Comparison } from './taking-documents';

/** In the order in which they are summed up. */
export const COMPARED_STATES = [
  'CHANGED',
  'IN_RECYCLE_BIN',
  'GONE',
  'SAME',
] as const satisfies readonly BackupComparisonState[];

/** Those of which there is something to take back. */
export const takable = (comparisons: readonly Comparison[]): Comparison[] =>
  comparisons.filter(({ state }) => state !== 'SAME');

/** How many there are of each state, of states that occur. */
export const tally = (comparisons: readonly Comparison[]) =>
  COMPARED_STATES.map((state) => ({
    state,
    count: comparisons.filter((one) => one.state === state).length,
  })).filter(({ count }) => count > 0);

/** Which of the records that were sent an error is about: the path has its place among them. */
const placeOf = ({ path = [] }: UserErrorLike): number | null => {
  const place = path.find((step) => /^\d+$/.test(step));
  return place === undefined ? null : Number(place);
};

/** What was refused: by record, and what is about none of them. */
export function sorted(
  errors: readonly UserErrorLike[],
  sent: readonly Comparison[],
): { problems: RecordProblem[]; general: UserErrorLike[] } {
  const ofRecord = sent.map((record, index) => ({
    record: { id: record.recordId, code: record.code, title: record.title },
    userErrors: errors.filter((error) => placeOf(error) === index),
  }));
  return {
    problems: ofRecord.filter(({ userErrors }) => userErrors.length > 0),
    general: errors.filter((error) => sent[placeOf(error) ?? -1] === undefined),
  };
}

/** What the field at fault is called; null when it is not about a field. */
export function fieldLabelOf(
  { path = [] }: UserErrorLike,
  comparisons: readonly Comparison[],
  fields: readonly { key: string; label: string }[],
): string | null {
  const at = path.indexOf('values');
  const key = at < 0 ? undefined : path[at + 1];
  if (key === undefined) return null;
  const changes = comparisons.flatMap((comparison) => comparison.changes);
  const label = changes.find(({ fieldKey }) => fieldKey === key)?.fieldLabel;
  return label ?? fields.find((field) => field.key === key)?.label ?? key;
}
