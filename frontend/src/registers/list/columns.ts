import { type RegisterField, type RegisterForm, shownFields } from '../register-form';
import type { ListSort } from './list-state';

/** Columns that are no field. No other key begins with `$` but those of the standard fields. */
export const SYSTEM_COLUMNS = ['$status', '$updated', '$created'] as const;
export type SystemColumn = (typeof SYSTEM_COLUMNS)[number];

const SYSTEM_SORT = { $status: 'STATUS', $updated: 'UPDATED_AT', $created: 'CREATED_AT' } as const;

/** A column beside number and title, which are always there. */
export interface ListColumn {
  /** A field's key, or one of `SYSTEM_COLUMNS`. */
  id: string;
  label: string;
  field: RegisterField | null;
  /** Null when the server cannot sort by it. */
  sort: Omit<ListSort, 'direction'> | null;
}

/** Everything that may be a column, in the form's order. */
export function availableColumns(
  form: Pick<RegisterForm, 'fields' | 'titleFieldKey'>,
  systemLabels: Record<SystemColumn, string>,
): ListColumn[] {
  const system = SYSTEM_COLUMNS.map((id): ListColumn => ({
    id,
    label: systemLabels[id],
    field: null,
    sort: { by: SYSTEM_SORT[id], fieldKey: null },
  }));
  const fields = shownFields(form)
    .filter((field) => field.key !== form.titleFieldKey)
    .map((field): ListColumn => ({
      id: field.key,
      label: field.label,
      field,
      sort: field.isSortable ? { by: 'FIELD', fieldKey: field.key } : null,
    }));
  return [...system, ...fields];
}

/** Status and what the form's maker put in the list. */
export function usualColumns(form: Pick<RegisterForm, 'fields' | 'titleFieldKey'>): string[] {
  const inList = shownFields(form).filter(
    (field) => field.isInList && field.key !== form.titleFieldKey,
  );
  return ['$status', ...inList.map((field) => field.key)];
}

/** The columns with these ids, in this order; ids of fields that are gone are skipped. */
export function pickColumns(
  available: readonly ListColumn[],
  ids: readonly string[],
): ListColumn[] {
  return ids.flatMap((id) => available.find((column) => column.id === id) ?? []);
}

/** One place up (-1) or down (1); unchanged at the ends. */
export function moveColumn(ids: readonly string[], id: string, by: -1 | 1): string[] {
  const from = ids.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= ids.length) return [...ids];
  return ids.toSpliced(from, 1).toSpliced(to, 0, id);
}
