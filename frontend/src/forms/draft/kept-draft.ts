import type { FormDraft } from './form-draft';

/** A draft that was left, as this device keeps it. */
export interface KeptDraft {
  draft: FormDraft;
  /** The revision it was made upon; 0 for a new register. */
  revision: number;
  /** ISO 8601. */
  keptAt: string;
}

/** Rises when drafts take another shape: older ones are not offered any more. */
const SHAPE = 1;

const PREFIX = 'waarborg.form-draft';

/** Drafts are of one person and one register. */
export const draftAddress = (userId: string, formKey: string | null): string =>
  [PREFIX, userId, formKey ?? '$new'].join('.');

export function keepDraft(address: string, kept: KeptDraft): void {
  try {
    localStorage.setItem(address, JSON.stringify({ ...kept, shape: SHAPE }));
  } catch {
    // A full store: the draft is on the screen still.
  }
}

export const forgetDraft = (address: string): void => {
  localStorage.removeItem(address);
};

const isKept = (value: unknown): value is KeptDraft & { shape: number } => {
  if (typeof value !== 'object' || value === null) return false;
  const { shape, draft }: { shape?: unknown; draft?: unknown } = value;
  if (shape !== SHAPE || typeof draft !== 'object' || draft === null) return false;
  const { fields, groups, statuses }: Partial<Record<keyof FormDraft, unknown>> = draft;
  return [fields, groups, statuses].every(Array.isArray);
};

/** The draft that was left; null when there is none that can still be read. */
export function keptDraft(address: string): KeptDraft | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(address) ?? 'null');
    return isKept(value) ? value : null;
  } catch {
    return null;
  }
}
