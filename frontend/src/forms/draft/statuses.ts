import type { DraftStatus, FormDraft } from './form-draft';
import { newStatus } from './new-parts';

const change = (
  draft: FormDraft,
  update: (statuses: DraftStatus[]) => DraftStatus[],
): FormDraft => ({
  ...draft,
  hasUsualStatuses: false,
  statuses: update(draft.statuses),
});

export const changeStatus = (
  draft: FormDraft,
  id: string,
  changes: Partial<DraftStatus>,
): FormDraft =>
  change(draft, (statuses) =>
    statuses.map((status) => (status.id === id ? { ...status, ...changes } : status)),
  );

/** A status before the last, which mostly is the end; one may come from the one before it, and go on. */
export function addStatus(draft: FormDraft): FormDraft {
  return change(draft, (statuses) => {
    const place = Math.max(statuses.length - 1, Math.min(statuses.length, 1));
    const [before, after] = [statuses[place - 1], statuses[place]];
    const status = { ...newStatus(), next: after ? [after.id] : [] };
    return statuses
      .map((other) => (other === before ? { ...other, next: [...other.next, status.id] } : other))
      .toSpliced(place, 0, status);
  });
}

export const removeStatus = (draft: FormDraft, id: string): FormDraft =>
  change(draft, (statuses) =>
    statuses
      .filter((status) => status.id !== id)
      .map((status) => ({ ...status, next: status.next.filter((other) => other !== id) })),
  );

export const moveStatus = (draft: FormDraft, id: string, by: 1 | -1): FormDraft =>
  change(draft, (statuses) => {
    const from = statuses.findIndex((status) => status.id === id);
    const status = statuses[from];
    const to = from + by;
    if (!status || to < 0 || to >= statuses.length) return statuses;
    return statuses.toSpliced(from, 1).toSpliced(to, 0, status);
  });

/** Allows or forbids the step from one status to another. */
export const toggleStep = (draft: FormDraft, from: string, to: string): FormDraft =>
  change(draft, (statuses) =>
    statuses.map((status) => {
      if (status.id !== from) return status;
      const isAllowed = status.next.includes(to);
      return {
        ...status,
        next: isAllowed ? status.next.filter((id) => id !== to) : [...status.next, to],
      };
    }),
  );

/** Statuses that no record can come to: not the first, and no step leads there. */
export const unreachable = ({ statuses }: Pick<FormDraft, 'statuses'>): DraftStatus[] =>
  statuses.filter(
    (status, place) =>
      place > 0 && !statuses.some((other) => other !== status && other.next.includes(status.id)),
  );
