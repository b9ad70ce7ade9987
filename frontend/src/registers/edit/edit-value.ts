import type { FieldKind, YesNoNa } from '@/graphql';
import { dayOfMoment } from '@/i18n/days';

import { type PickOption, recordLabel } from '../pickers/option-source';
import type { RegisterField } from '../register-form';
import type { FilledValue, WebLink } from '../value/field-value';

/** A file on a record; those just sent are known by name and size alone. */
export interface EditFile {
  id: string;
  fileName: string;
  byteSize: number;
}

/** Kinds whose value follows from the rest. */
export type DerivedKind = 'COMPUTED' | 'DEADLINE' | 'AUTO_NUMBER';

/** What stands in one field of the record form, by kind of field. */
export type EditValue =
  | { kind: 'TEXT'; text: string }
  | { kind: 'RICH_TEXT'; html: string }
  | {
      kind: 'NUMBER';
      number: number | null;
      /** What was typed when it is no number. */ unread: string;
    }
  | { kind: 'DATE'; date: string | null }
  /** Day and time where the viewer is: `2026-12-31`, `14:05`. */
  | { kind: 'DATE_TIME'; day: string | null; time: string }
  | { kind: 'YES_NO_NA'; answer: YesNoNa | null }
  | { kind: 'CHOICE'; keys: string[] }
  | { kind: 'DYNAMIC_CHOICE'; words: string[] }
  | { kind: 'USER'; users: PickOption[] }
  | { kind: 'GROUP'; groups: PickOption[] }
  | {
      kind: 'FILE';
      files: EditFile[];
      /** How many are on their way. */ sending: number;
    }
  | { kind: 'REFERENCE'; records: PickOption[] }
  | { kind: 'COUNTRY'; codes: string[] }
  | { kind: 'COLOUR'; hex: string }
  | { kind: 'CHECKLIST'; ticked: string[] }
  | { kind: 'WEB_LINK'; links: WebLink[] }
  | { kind: 'LIKELIHOOD_IMPACT'; likelihood: number | null; impact: number | null }
  | { kind: DerivedKind; value: FilledValue | null };

export type EditValues = Record<string, EditValue>;

export function emptyValue(kind: FieldKind): EditValue {
  switch (kind) {
    case 'TEXT':
      return { kind, text: '' };
    case 'RICH_TEXT':
      return { kind, html: '' };
    case 'NUMBER':
      return { kind, number: null, unread: '' };
    case 'DATE':
      return { kind, date: null };
    case 'DATE_TIME':
      return { kind, day: null, time: '' };
    case 'YES_NO_NA':
      return { kind, answer: null };
    case 'CHOICE':
      return { kind, keys: [] };
    case 'DYNAMIC_CHOICE':
      return { kind, words: [] };
    case 'USER':
      return { kind, users: [] };
    case 'GROUP':
      return { kind, groups: [] };
    case 'FILE':
      return { kind, files: [], sending: 0 };
    case 'REFERENCE':
      return { kind, records: [] };
    case 'COUNTRY':
      return { kind, codes: [] };
    case 'COLOUR':
      return { kind, hex: '' };
    case 'CHECKLIST':
      return { kind, ticked: [] };
    case 'WEB_LINK':
      return { kind, links: [] };
    case 'LIKELIHOOD_IMPACT':
      return { kind, likelihood: null, impact: null };
    case 'COMPUTED':
    case 'DEADLINE':
    case 'AUTO_NUMBER':
      return { kind, value: null };
  }
}

const two = (number: number) => String(number).padStart(2, '0');

/** A moment as day and time where the viewer is. */
export function toDayAndTime(moment: Date): { day: string; time: string } {
  const time = `${two(moment.getHours())}:${two(moment.getMinutes())}`;
  return { day: dayOfMoment(moment), time };
}

/** The moment of a day and a time where the viewer is; null unless both are there. */
export function toMoment({ day, time }: { day: string | null; time: string }): string | null {
  if (day === null || time === '') return null;
  const moment = new Date(`${day}T${time}`);
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString();
}

/** A value as the server gave it, ready to be edited. */
export function toEditValue(kind: FieldKind, value: FilledValue | undefined): EditValue {
  if (kind === 'COMPUTED' || kind === 'DEADLINE' || kind === 'AUTO_NUMBER') {
    return { kind, value: value ?? null };
  }
  switch (value?.__typename) {
    case undefined:
    case 'DeadlineValue':
      return emptyValue(kind);
    case 'TextValue':
      return { kind: 'TEXT', text: value.text };
    case 'RichTextValue':
      return { kind: 'RICH_TEXT', html: value.html };
    case 'NumberValue':
      return { kind: 'NUMBER', number: value.number, unread: '' };
    case 'DateValue':
      return { kind: 'DATE', date: value.date };
    case 'DateTimeValue':
      return { kind: 'DATE_TIME', ...toDayAndTime(new Date(value.at)) };
    case 'YesNoNaValue':
      return { kind: 'YES_NO_NA', answer: value.answer };
    case 'ChoiceValue':
      return { kind: 'CHOICE', keys: value.options.map((option) => option.key) };
    case 'WordsValue':
      return { kind: 'DYNAMIC_CHOICE', words: value.words };
    case 'UserValue': {
      const users = value.users.map((user) => ({ id: user.id, label: user.displayName }));
      return { kind: 'USER', users };
    }
    case 'GroupValue': {
      const groups = value.groups.map((group) => ({ id: group.id, label: group.name }));
      return { kind: 'GROUP', groups };
    }
    case 'FileValue':
      return { kind: 'FILE', files: value.files, sending: 0 };
    case 'ReferenceValue': {
      const records = value.records.map((record) => ({
        id: record.id,
        label: recordLabel(record),
      }));
      return { kind: 'REFERENCE', records };
    }
    case 'CountryValue':
      return { kind: 'COUNTRY', codes: value.countries.map((country) => country.code) };
    case 'ColourValue':
      return { kind: 'COLOUR', hex: value.hex };
    case 'ChecklistValue': {
      const ticked = value.items.filter((item) => item.isTicked).map((item) => item.key);
      return { kind: 'CHECKLIST', ticked };
    }
    case 'WebLinkValue':
      return { kind: 'WEB_LINK', links: value.links };
    case 'LikelihoodImpactValue':
      return { kind: 'LIKELIHOOD_IMPACT', likelihood: value.likelihood, impact: value.impact };
  }
}

/** All fields of a form, those without a value empty. */
export function toEditValues(
  fields: readonly Pick<RegisterField, 'key' | 'kind'>[],
  values: ReadonlyMap<string, FilledValue>,
): EditValues {
  return Object.fromEntries(
    fields.map((field) => [field.key, toEditValue(field.kind, values.get(field.key))]),
  );
}

const hasWords = (html: string) => html.replace(/<[^>]*>|&nbsp;|\s/g, '') !== '';

/** Links as they are kept: lines without an address are none. */
export const keptLinks = (links: readonly WebLink[]): WebLink[] =>
  links
    .map(({ url, title }) => ({ url: url.trim(), title: title.trim() }))
    .filter(({ url, title }) => url !== '' || title !== '');

export function isEmpty(value: EditValue): boolean {
  switch (value.kind) {
    case 'TEXT':
      return value.text.trim() === '';
    case 'RICH_TEXT':
      return !hasWords(value.html);
    case 'NUMBER':
      return value.number === null && value.unread === '';
    case 'DATE':
      return value.date === null;
    case 'DATE_TIME':
      return value.day === null && value.time === '';
    case 'YES_NO_NA':
      return value.answer === null;
    case 'CHOICE':
      return value.keys.length === 0;
    case 'DYNAMIC_CHOICE':
      return value.words.length === 0;
    case 'USER':
      return value.users.length === 0;
    case 'GROUP':
      return value.groups.length === 0;
    case 'FILE':
      return value.files.length === 0 && value.sending === 0;
    case 'REFERENCE':
      return value.records.length === 0;
    case 'COUNTRY':
      return value.codes.length === 0;
    case 'COLOUR':
      return value.hex.trim() === '';
    case 'CHECKLIST':
      return value.ticked.length === 0;
    case 'WEB_LINK':
      return keptLinks(value.links).length === 0;
    case 'LIKELIHOOD_IMPACT':
      return value.likelihood === null && value.impact === null;
    case 'COMPUTED':
    case 'DEADLINE':
    case 'AUTO_NUMBER':
      return value.value === null;
  }
}
