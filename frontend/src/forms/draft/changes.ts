import { textIn } from '@/localized/local-text';
import type { Language } from '@/i18n';
import type { Condition } from '@/registers/edit/field-rules';

import { freeKey, keyOf } from '../keys';
import { suggestPrefix, suggestSingular } from '../names';
import { type Entry, entriesOf, insertField } from './entries';
import type { DraftField, DraftOption, DraftStatus, FormDraft } from './form-draft';
import { newId } from './new-parts';

export const changeField = (
  draft: FormDraft,
  id: string,
  changes: Partial<DraftField>,
): FormDraft => ({
  ...draft,
  fields: draft.fields.map((field) => (field.id === id ? { ...field, ...changes } : field)),
});

/** The register's name; what it and its records are called follows until one writes it oneself. */
export function rename(draft: FormDraft, name: FormDraft['name'], language: Language): FormDraft {
  const before = draft.name[language];
  const now = name[language];
  const singular = draft.singularName[language];
  const followsPrefix = draft.numberPrefix === suggestPrefix(before);
  const followsSingular = singular === suggestSingular(before, language);
  return {
    ...draft,
    name,
    numberPrefix: followsPrefix ? suggestPrefix(now) : draft.numberPrefix,
    singularName: followsSingular
      ? { ...draft.singularName, [language]: suggestSingular(now, language) }
      : draft.singularName,
  };
}

const withoutTests = (condition: Condition | null, key: string): Condition | null => {
  if (!condition) return null;
  const tests = condition.tests.filter((test) => test.fieldKey !== key);
  return tests.length === 0 ? null : { ...condition, tests };
};

/** A field as if another had never been there; formulas keep its key, and are told to be wrong. */
function forgetting(field: DraftField, key: string): DraftField {
  const { deadline } = field;
  const unless = (other: string | null) => (other === key ? null : other);
  return {
    ...field,
    visibleWhen: withoutTests(field.visibleWhen, key),
    requiredWhen: withoutTests(field.requiredWhen, key),
    deadline: {
      ...deadline,
      fromKey: unless(deadline.fromKey),
      stoppedByKey: unless(deadline.stoppedByKey),
      extension: deadline.extension?.whenKey === key ? null : deadline.extension,
    },
  };
}

/** Takes a field away, and out of what other fields say of it. */
export function removeField(draft: FormDraft, id: string): FormDraft {
  const gone = draft.fields.find((field) => field.id === id);
  if (!gone) return draft;
  const left = draft.fields.filter((field) => field.id !== id);
  return {
    ...draft,
    titleId: draft.titleId === id ? null : draft.titleId,
    fields: gone.key === '' ? left : left.map((field) => forgetting(field, gone.key)),
  };
}

/** A field like another below it, to be given a name of its own. */
export function duplicateField(
  draft: FormDraft,
  id: string,
): { draft: FormDraft; copy: DraftField } | null {
  const field = draft.fields.find((other) => other.id === id);
  if (!field) return null;
  const options = field.options.map((option) => ({ ...option, id: newId() }));
  const fresh = { id: newId(), key: '', isPublished: false, isBase: false };
  const copy = { ...field, ...fresh, options };
  return { draft: insertField(draft, copy, id), copy };
}

/** The entry that is chosen once another is gone. */
export function neighbourOf(draft: FormDraft, id: string): Entry | undefined {
  const entries = entriesOf(draft);
  const place = entries.findIndex((entry) => entry.id === id);
  return entries[place - 1] ?? entries[place + 1];
}

/**
 * Gives keys to all that has a name and none yet, so that conditions and formulas can speak of it.
 * Keys that are there stay, whatever becomes of the name.
 */
export function settleKeys(draft: FormDraft, language: Language): FormDraft {
  const fields = withKeys(draft.fields, 'field', language).map((field) => {
    const options = withKeys(field.options, 'option', language);
    return options === field.options ? field : { ...field, options };
  });
  const statuses = withKeys(draft.statuses, 'status', language);
  const isSame =
    statuses === draft.statuses && fields.every((field, place) => field === draft.fields[place]);
  return isSame ? draft : { ...draft, fields, statuses };
}

type Keyed = DraftField | DraftOption | DraftStatus;

/** The same list when there was nothing to do. */
function withKeys<T extends Keyed>(parts: T[], fallback: string, language: Language): T[] {
  const taken = new Set(parts.map((part) => part.key).filter(Boolean));
  const keyed = parts.map((part) => {
    const name = textIn(part.label, language).trim();
    if (part.key !== '' || name === '') return part;
    const key = freeKey(taken, keyOf(name, fallback));
    taken.add(key);
    return { ...part, key };
  });
  return keyed.some((part, place) => part !== parts[place]) ? keyed : parts;
}
