import type { Language } from '@/i18n';
import { isBlank, textIn } from '@/localized/local-text';
import type { ConditionTest } from '@/registers/edit/field-rules';

import { type DraftField, type FormDraft, titleFieldOf } from './form-draft';

/** What is wrong with a draft that one need not ask the server for: codes by place. */
export type Problems = Map<string, string>;

/** `field/<id>/label`: where a problem of a field is shown. */
export const fieldPlace = (id: string, part: string): string => `field/${id}/${part}`;

/** The field a place belongs to. */
export const fieldIdOf = (place: string): string | null =>
  /^field\/([^/]+)\//.exec(place)?.[1] ?? null;

export function checkDraft(draft: FormDraft, language: Language): Problems {
  const problems: Problems = new Map();
  if (isBlank(draft.name)) problems.set('name', 'REQUIRED');
  if (isBlank(draft.singularName)) problems.set('singularName', 'REQUIRED');
  const prefix = draft.numberPrefix.trim();
  if (prefix === '') problems.set('numberPrefix', 'REQUIRED');
  else if (!/^[A-Z]{2,5}$/.test(prefix)) problems.set('numberPrefix', 'INVALID_PREFIX');
  if (!titleFieldOf(draft)) problems.set('fields', 'NO_TITLE_FIELD');

  const labels = new Set<string>();
  for (const field of draft.fields) {
    const label = textIn(field.label, language).trim().toLocaleLowerCase();
    const problem = labels.has(label) ? (['label', 'DUPLICATE_LABEL'] as const) : checkField(field);
    if (problem) problems.set(fieldPlace(field.id, problem[0]), problem[1]);
    for (const part of ['visibleWhen', 'requiredWhen'] as const) {
      if (field[part]?.tests.some(asksNothing)) {
        problems.set(fieldPlace(field.id, part), 'INCOMPLETE_CONDITION');
      }
    }
    if (label !== '') labels.add(label);
  }
  draft.groups.forEach((group, place) => {
    if (isBlank(group.label)) problems.set(`group/${place}/label`, 'REQUIRED');
  });
  draft.statuses.forEach((status, place) => {
    if (isBlank(status.label)) problems.set(`status/${place}/label`, 'REQUIRED');
  });
  return problems;
}

/** A test for which nothing was chosen yet. */
const asksNothing = ({ anyOf, isFilled, from, to }: ConditionTest): boolean =>
  isFilled === null && from === null && to === null && (anyOf === null || anyOf.length === 0);

/** The first thing wrong with a field: in which part, and what. */
function checkField(field: DraftField): readonly [string, string] | null {
  if (isBlank(field.label)) return ['label', 'REQUIRED'];
  switch (field.kind) {
    case 'CHOICE':
    case 'CHECKLIST':
      return field.options.every((option) => isBlank(option.label))
        ? ['options', 'NO_OPTIONS']
        : null;
    case 'DYNAMIC_CHOICE':
      if (field.sourceFormKey === null) return ['sourceFormKey', 'REQUIRED'];
      return field.sourceFieldKey === null ? ['sourceFieldKey', 'REQUIRED'] : null;
    case 'COMPUTED':
      return field.expression.trim() === '' ? ['expression', 'REQUIRED'] : null;
    case 'DEADLINE': {
      const { fromKey, term, extension } = field.deadline;
      if (fromKey === null || term.amount === null) return ['deadline', 'INCOMPLETE_TERM'];
      const isHalf = extension && (extension.whenKey === null || extension.term.amount === null);
      return isHalf ? ['deadline', 'INCOMPLETE_TERM'] : null;
    }
    default:
      return null;
  }
}
