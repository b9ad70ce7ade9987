import type { FieldValueInput } from '@/graphql';

import { type PickOption } from '../pickers/option-source';
import { type EditValue, type EditValues, isEmpty, keptLinks, toMoment } from './edit-value';

const idsOf = (options: readonly PickOption[]) => options.map((option) => option.id);

/** The value as the server takes it: the key alone empties the field, and leaves a derived one be. */
export function toInput(key: string, value: EditValue): FieldValueInput {
  if (isEmpty(value)) return { key };
  switch (value.kind) {
    case 'TEXT':
      return { key, text: value.text.trim() };
    case 'RICH_TEXT':
      return { key, html: value.html };
    case 'NUMBER':
      return { key, number: value.number };
    case 'DATE':
      return { key, date: value.date };
    case 'DATE_TIME':
      return { key, dateTime: toMoment(value) };
    case 'YES_NO_NA':
      return { key, yesNoNa: value.answer };
    case 'CHOICE':
      return { key, choices: value.keys };
    case 'DYNAMIC_CHOICE':
      return { key, words: value.words };
    case 'USER':
      return { key, users: idsOf(value.users) };
    case 'GROUP':
      return { key, groups: idsOf(value.groups) };
    case 'FILE':
      return { key, files: value.files.map((file) => file.id) };
    case 'REFERENCE':
      return { key, references: idsOf(value.records) };
    case 'COUNTRY':
      return { key, countries: value.codes };
    case 'COLOUR':
      return { key, colour: value.hex.trim().toLowerCase() };
    case 'CHECKLIST':
      return { key, ticked: value.ticked };
    case 'WEB_LINK':
      return { key, links: keptLinks(value.links) };
    case 'LIKELIHOOD_IMPACT': {
      const { likelihood, impact } = value;
      if (likelihood === null || impact === null) return { key };
      return { key, likelihoodImpact: { likelihood, impact } };
    }
    case 'COMPUTED':
    case 'DEADLINE':
    case 'AUTO_NUMBER':
      return { key };
  }
}

/** Whether the server would store the same; labels and outer spaces make no difference. */
export function isSame(a: EditValue, b: EditValue): boolean {
  return JSON.stringify(toInput('', a)) === JSON.stringify(toInput('', b));
}

/** Keys of the fields that differ. */
export function changedKeys(before: EditValues, after: EditValues): string[] {
  return Object.entries(after).flatMap(([key, value]) => {
    const old = before[key];
    return old && isSame(old, value) ? [] : [key];
  });
}
