/** What happens to records as a whole. */
export type LifecycleStep = 'archive' | 'unarchive' | 'delete' | 'restore' | 'purge';

/** What takes a step back; a purge cannot be undone. */
export const UNDO: Record<LifecycleStep, LifecycleStep | null> = {
  archive: 'unarchive',
  unarchive: 'archive',
  delete: 'restore',
  restore: 'delete',
  purge: null,
};

/** Steps that ask first: what is deleted is no longer found, what is purged is gone. */
export type AskedStep = 'delete' | 'purge';

export const isAsked = (step: LifecycleStep): step is AskedStep =>
  step === 'delete' || step === 'purge';

/** What is known of a record that a step is taken with. */
export interface StepRecord {
  id: string;
  code: string;
  isArchived: boolean;
  isDeleted: boolean;
  viewerCanArchive: boolean;
  viewerCanDelete: boolean;
  viewerCanPurge: boolean;
}

/** The steps that can be taken with a record now, in the order they are offered. */
export function stepsOf(record: StepRecord): LifecycleStep[] {
  const steps: (LifecycleStep | false)[] = record.isDeleted
    ? [record.viewerCanDelete && 'restore', record.viewerCanPurge && 'purge']
    : [
        record.viewerCanArchive && (record.isArchived ? 'unarchive' : 'archive'),
        record.viewerCanDelete && 'delete',
      ];
  return steps.filter((step) => step !== false);
}

/** The steps that can be taken with all of them. */
export function commonSteps(records: readonly StepRecord[]): LifecycleStep[] {
  const [first, ...others] = records.map(stepsOf);
  return (first ?? []).filter((step) => others.every((steps) => steps.includes(step)));
}
