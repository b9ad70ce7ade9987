import type { ColumnMappingInput } from '@/graphql';
import {
  DERIVED_KINDS,
  type RegisterField,
  type RegisterForm,
  shownFields,
} from '@/registers/register-form';

/** Targets that are no field: the record's code, by which it is updated, and its status. */
export const NUMBER_TARGET = '$number';
export const STATUS_TARGET = '$status';

/** A likelihood x impact field takes two columns, a step in each, or one with `3 x 4`. */
export const LIKELIHOOD_PART = '.likelihood';
export const IMPACT_PART = '.impact';

/** Which field a column goes to, by column index; columns that are left out are not taken over. */
export type ColumnMapping = Readonly<Record<number, string>>;

export function toMapping(pairs: readonly ColumnMappingInput[]): ColumnMapping {
  return Object.fromEntries(pairs.map(({ column, fieldKey }) => [column, fieldKey]));
}

export function toMappingInput(mapping: ColumnMapping): ColumnMappingInput[] {
  return Object.entries(mapping).map(([column, fieldKey]) => ({
    column: Number(column),
    fieldKey,
  }));
}

/** Sends a column to a field (null: nowhere). A field takes one column: another one lets go. */
export function assignColumn(
  mapping: ColumnMapping,
  column: number,
  fieldKey: string | null,
): ColumnMapping {
  const others = Object.entries(mapping).filter(
    ([other, key]) => Number(other) !== column && key !== fieldKey,
  );
  const own = fieldKey === null ? [] : [[column, fieldKey] as const];
  return Object.fromEntries([...others, ...own]);
}

/** Nobody types these into a sheet: what follows from the rest, and files. */
const isImportable = (field: RegisterField) =>
  !DERIVED_KINDS.has(field.kind) && field.kind !== 'FILE' && !field.isStandard;

/** Fields that a column can go to. */
export const importableFields = (form: Pick<RegisterForm, 'fields'>): RegisterField[] =>
  shownFields(form).filter(isImportable);

/** Required fields that get no column. Rows with a number of their own may do without. */
export function missingFields(
  form: Pick<RegisterForm, 'fields'>,
  mapping: ColumnMapping,
): RegisterField[] {
  const taken = new Set(Object.values(mapping));
  if (taken.has(NUMBER_TARGET)) return [];
  const isFilled = ({ key }: RegisterField) =>
    taken.has(key) || (taken.has(key + LIKELIHOOD_PART) && taken.has(key + IMPACT_PART));
  return importableFields(form).filter((field) => field.isRequired && !isFilled(field));
}

/** `A`, `Z`, `AA`: a column as Excel names it; 0 is `A`. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  const letter = String.fromCharCode(65 + (index % 26));
  return rest < 0 ? letter : columnLetters(rest) + letter;
}
