import { formatCountry, formatDateTime } from '@/i18n/formats';

import { type RegisterField, levelAt } from '../register-form';
import { type ValueWords, formatValue } from '../value/field-value';
import { type EditValue, isEmpty, keptLinks, toMoment } from './edit-value';

const plainText = (html: string) =>
  new DOMParser()
    .parseFromString(html.replace(/<\/(p|li|h\d|blockquote)>/g, '$& '), 'text/html')
    .body.textContent.trim();

const labels = (options: readonly { label: string }[]) =>
  options.map((option) => option.label).join(', ');

/** What stands in a field of the form, as text; null when nothing does. */
export function editValueText(
  value: EditValue,
  field: RegisterField,
  words: ValueWords,
): string | null {
  if (isEmpty(value)) return null;
  switch (value.kind) {
    case 'TEXT':
      return value.text;
    case 'RICH_TEXT':
      return plainText(value.html);
    case 'NUMBER':
      if (value.number === null) return value.unread;
      return formatValue({ __typename: 'NumberValue', number: value.number }, field, words);
    case 'DATE':
      return value.date && formatValue({ __typename: 'DateValue', date: value.date }, field, words);
    case 'YES_NO_NA':
      return value.answer && words.answers[value.answer];
    case 'CHOICE':
      return value.keys
        .map((key) => field.options.find((option) => option.key === key)?.label ?? key)
        .join(', ');
    case 'DATE_TIME': {
      const moment = toMoment(value);
      return moment
        ? formatDateTime(moment, words.language)
        : `${value.day ?? '?'}, ${value.time || '?'}`;
    }
    case 'DYNAMIC_CHOICE':
      return value.words.join(', ');
    case 'USER':
      return labels(value.users);
    case 'GROUP':
      return labels(value.groups);
    case 'FILE':
      return value.files.map((file) => file.fileName).join(', ');
    case 'REFERENCE':
      return labels(value.records);
    case 'COUNTRY':
      return value.codes.map((code) => formatCountry(code, words.language)).join(', ');
    case 'COLOUR':
      return value.hex;
    case 'CHECKLIST':
      return field.options
        .filter((option) => value.ticked.includes(option.key))
        .map((option) => option.label)
        .join(', ');
    case 'WEB_LINK':
      return keptLinks(value.links)
        .map((link) => link.title || link.url)
        .join(', ');
    case 'COMPUTED':
    case 'DEADLINE':
    case 'AUTO_NUMBER':
      return value.value && formatValue(value.value, field, words);
    case 'LIKELIHOOD_IMPACT': {
      const { likelihood, impact } = value;
      if (likelihood === null || impact === null) return `${likelihood ?? '?'} × ${impact ?? '?'}`;
      const score = likelihood * impact;
      const level = field.scale ? levelAt(field.scale, likelihood, impact)?.label : undefined;
      return `${likelihood} × ${impact} = ${score}${level ? ` (${level})` : ''}`;
    }
  }
}
