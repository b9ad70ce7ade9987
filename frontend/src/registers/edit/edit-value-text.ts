import { type RegisterField, levelOf } from '../register-form';
import { type ValueWords, formatValue } from '../value/field-value';
import { type EditValue, isEmpty } from './edit-value';

const plainText = (html: string) =>
  new DOMParser()
    .parseFromString(html.replace(/<\/(p|li|h\d|blockquote)>/g, '$& '), 'text/html')
    .body.textContent.trim();

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
    case 'USER':
      return value.user?.label ?? null;
    case 'REFERENCE':
      return value.records.map((record) => record.label).join(', ');
    case 'LIKELIHOOD_IMPACT': {
      const { likelihood, impact } = value;
      if (likelihood === null || impact === null) return `${likelihood ?? '?'} × ${impact ?? '?'}`;
      const score = likelihood * impact;
      const level = field.scale ? levelOf(field.scale, score)?.label : undefined;
      return `${likelihood} × ${impact} = ${score}${level ? ` (${level})` : ''}`;
    }
  }
}
