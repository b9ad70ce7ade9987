import { NO_TEXT, textOf } from '@/localized/local-text';

import type { DraftField, FormDraft } from '../draft/form-draft';
import type { PaletteItem } from '../draft/kinds';
import { blankDraft, newField } from '../draft/new-parts';

/** A field with an id that says what it is, unless told otherwise. */
export function aDraftField(
  item: PaletteItem,
  label: string,
  changes: Partial<DraftField> = {},
): DraftField {
  const id = label.toLowerCase();
  return { ...newField(item, []), id, key: id, label: textOf(label, 'nl'), ...changes };
}

/** A register with a name and these fields. */
export const aDraft = (fields: DraftField[], changes: Partial<FormDraft> = {}): FormDraft => ({
  ...blankDraft({ open: 'Open', closed: 'Afgesloten' }, 'nl'),
  name: textOf('Bezoekers', 'nl'),
  singularName: textOf('Bezoeker', 'nl'),
  numberPrefix: 'BEZ',
  help: NO_TEXT,
  fields,
  ...changes,
});
