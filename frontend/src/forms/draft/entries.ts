import type { DraftField, DraftGroup, FormDraft } from './form-draft';

/** The form from top to bottom: fields under no heading, then every heading with its fields. */
export type Entry =
  | { type: 'field'; id: string; field: DraftField }
  | { type: 'group'; id: string; group: DraftGroup };

const GROUP_ID = 'group:';
export const groupEntryId = (key: string): string => `${GROUP_ID}${key}`;

const fieldEntry = (field: DraftField): Entry => ({ type: 'field', id: field.id, field });

type Body = Pick<FormDraft, 'groups' | 'fields'>;

export function entriesOf({ groups, fields }: Body): Entry[] {
  const known = new Set(groups.map((group) => group.key));
  const isLoose = (field: DraftField) => field.groupKey === null || !known.has(field.groupKey);
  return [
    ...fields.filter(isLoose).map(fieldEntry),
    ...groups.flatMap((group): Entry[] => [
      { type: 'group', id: groupEntryId(group.key), group },
      ...fields.filter((field) => field.groupKey === group.key).map(fieldEntry),
    ]),
  ];
}

/** Fields in the order they are sent in: as they stand on the form. */
export const orderedFields = (body: Body): DraftField[] =>
  entriesOf(body).flatMap((entry) => (entry.type === 'field' ? [entry.field] : []));

/** The form as the entries say: a field stands under the heading before it. */
function bodyOf(entries: readonly Entry[]): Body {
  let groupKey: string | null = null;
  const groups: DraftGroup[] = [];
  const fields: DraftField[] = [];
  for (const entry of entries) {
    if (entry.type === 'group') {
      groups.push(entry.group);
      groupKey = entry.group.key;
    } else {
      fields.push(entry.field.groupKey === groupKey ? entry.field : { ...entry.field, groupKey });
    }
  }
  return { groups, fields };
}

const change = (draft: FormDraft, update: (entries: Entry[]) => Entry[]): FormDraft => ({
  ...draft,
  ...bodyOf(update(entriesOf(draft))),
});

/** Puts a field where another entry stands, as the eye sees it: those between move over. */
export function moveEntry(draft: FormDraft, id: string, overId: string): FormDraft {
  return change(draft, (entries) => {
    const from = entries.findIndex((entry) => entry.id === id);
    const to = entries.findIndex((entry) => entry.id === overId);
    const entry = entries[from];
    if (!entry || to < 0) return entries;
    return entries.toSpliced(from, 1).toSpliced(to, 0, entry);
  });
}

/** Moves a field a place up or down; past a heading it comes under another one. */
export function shiftField(draft: FormDraft, id: string, by: 1 | -1): FormDraft {
  const entries = entriesOf(draft);
  const over = entries[entries.findIndex((entry) => entry.id === id) + by];
  return over ? moveEntry(draft, id, over.id) : draft;
}

/** Puts a new field after an entry; at the end when there is no such. */
export function insertField(
  draft: FormDraft,
  field: DraftField,
  afterId: string | null,
): FormDraft {
  return change(draft, (entries) => {
    const place = entries.findIndex((entry) => entry.id === afterId);
    return entries.toSpliced(place < 0 ? entries.length : place + 1, 0, fieldEntry(field));
  });
}

/** Puts a new field where an entry stands; under a heading rather than before it. */
export function insertFieldAt(draft: FormDraft, field: DraftField, overId: string): FormDraft {
  const entries = entriesOf(draft);
  const place = entries.findIndex((entry) => entry.id === overId);
  const over = entries[place];
  if (over?.type === 'group') return insertField(draft, field, over.id);
  return change(draft, () =>
    entries.toSpliced(place < 0 ? entries.length : place, 0, fieldEntry(field)),
  );
}

/** Moves a heading with all that stands under it. */
export function shiftGroup(draft: FormDraft, key: string, by: 1 | -1): FormDraft {
  const from = draft.groups.findIndex((group) => group.key === key);
  const group = draft.groups[from];
  const to = from + by;
  if (!group || to < 0 || to >= draft.groups.length) return draft;
  return { ...draft, groups: draft.groups.toSpliced(from, 1).toSpliced(to, 0, group) };
}

/** Takes a heading away; its fields come under the one before it. */
export const removeGroup = (draft: FormDraft, key: string): FormDraft =>
  change(draft, (entries) => entries.filter((entry) => entry.id !== groupEntryId(key)));
