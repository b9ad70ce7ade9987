import { suggestPrefix } from '@/forms/names';

import { FIELD_KINDS, type RegisterDraft, newField } from './draft';

import type { ColumnMapping } from '../column-mapping';
import type { SheetColumn, SheetPreview } from '../import-documents';

/** A register made after a sheet: a field for every column that has something in it. */
export interface SheetDraft {
  draft: RegisterDraft;
  /** Column index by the draft field's id. */
  columnOf: ReadonlyMap<number, number>;
}

export function draftFromSheet(
  sheet: Pick<SheetPreview, 'name' | 'columns' | 'rowCount'>,
): SheetDraft {
  const columns = sheet.columns.filter((column) => column.filledCount > 0 && column.header !== '');
  // The first line of text names the records, one that is always filled if there is; else the first column.
  const isLine = (column: SheetColumn) => column.guessedKind === 'TEXT' && !column.isMultiline;
  const filled = columns.findIndex(
    (column) => isLine(column) && column.filledCount === sheet.rowCount,
  );
  const titleIndex = filled >= 0 ? filled : Math.max(0, columns.findIndex(isLine));
  const fields: RegisterDraft['fields'] = [];
  const columnOf = new Map<number, number>();
  columns.forEach((column, place) => {
    const isTitle = place === titleIndex;
    const guessed = FIELD_KINDS.find((known) => known === column.guessedKind) ?? 'TEXT';
    const kind = isTitle ? 'TEXT' : guessed;
    const field = newField(fields, {
      label: column.header,
      kind,
      isRequired: isTitle,
      isMultiline: !isTitle && column.isMultiline,
      ...(kind === 'CHOICE' && { options: [...column.options] }),
    });
    fields.push(field);
    columnOf.set(field.id, column.index);
  });
  const draft = {
    name: sheet.name,
    singularName: '',
    numberPrefix: suggestPrefix(sheet.name),
    help: '',
    fields,
  };
  return { draft, columnOf };
}

/** Columns to the keys the server gave the fields, which are in the draft's order. */
export function mappingOfMade(
  draft: RegisterDraft,
  columnOf: ReadonlyMap<number, number>,
  madeFields: readonly { key: string }[],
): ColumnMapping {
  return Object.fromEntries(
    draft.fields.flatMap((field, place) => {
      const column = columnOf.get(field.id);
      const made = madeFields[place];
      return column === undefined || !made ? [] : [[column, made.key] as const];
    }),
  );
}
