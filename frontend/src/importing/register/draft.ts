import type { FieldInput, FormInput } from '@/graphql';

/** Kinds that need no more than a few words to be made. */
export type SimpleKind =
  | 'TEXT'
  | 'RICH_TEXT'
  | 'NUMBER'
  | 'DATE'
  | 'YES_NO_NA'
  | 'CHOICE'
  | 'USER'
  | 'REFERENCE'
  | 'LIKELIHOOD_IMPACT';

/** A field of a register that is being made. */
export interface DraftField {
  /** Tells rows apart while they are edited; never sent. */
  id: number;
  label: string;
  help: string;
  kind: SimpleKind;
  isRequired: boolean;
  isInList: boolean;
  isMultiple: boolean;
  /** Text of more than one line. */
  isMultiline: boolean;
  options: string[];
  referencedFormKey: string | null;
}

/** A register that is being made. */
export interface RegisterDraft {
  name: string;
  singularName: string;
  numberPrefix: string;
  help: string;
  fields: DraftField[];
}

/** In the order people look for them. */
export const FIELD_KINDS: readonly SimpleKind[] = [
  'TEXT',
  'RICH_TEXT',
  'CHOICE',
  'YES_NO_NA',
  'DATE',
  'NUMBER',
  'USER',
  'REFERENCE',
  'LIKELIHOOD_IMPACT',
];

/** A field further down than this is not in the list unless one says so. */
const FIELDS_IN_LIST = 5;

export function newField(
  others: readonly DraftField[],
  given: Partial<Omit<DraftField, 'id'>> = {},
): DraftField {
  return {
    id: Math.max(0, ...others.map((field) => field.id)) + 1,
    label: '',
    help: '',
    kind: 'TEXT',
    isRequired: false,
    isInList: others.length < FIELDS_IN_LIST,
    isMultiple: false,
    isMultiline: false,
    options: [],
    referencedFormKey: null,
    ...given,
  };
}

/** What is wrong with a draft: codes as the server uses them. */
export interface DraftErrors {
  name?: 'REQUIRED';
  singularName?: 'REQUIRED';
  numberPrefix?: 'REQUIRED' | 'INVALID_PREFIX';
  /** The register has no field that can name a record. */
  fields?: 'noText';
  /** By field id. */
  byField: Map<number, 'label' | 'duplicate' | 'options' | 'register'>;
}

/** A text of one line can name a record. */
const namesRecords = (field: DraftField) => field.kind === 'TEXT' && !field.isMultiline;

const isBlank = (text: string) => text.trim() === '';

export function checkDraft(draft: RegisterDraft): DraftErrors {
  const prefix = draft.numberPrefix.trim();
  const errors: DraftErrors = { byField: new Map() };
  if (isBlank(draft.name)) errors.name = 'REQUIRED';
  if (isBlank(draft.singularName)) errors.singularName = 'REQUIRED';
  if (prefix === '') errors.numberPrefix = 'REQUIRED';
  else if (!/^[A-Z]{2,5}$/.test(prefix)) errors.numberPrefix = 'INVALID_PREFIX';
  if (!draft.fields.some(namesRecords)) errors.fields = 'noText';

  const labels = new Set<string>();
  for (const field of draft.fields) {
    const label = field.label.trim().toLocaleLowerCase();
    if (label === '') errors.byField.set(field.id, 'label');
    else if (labels.has(label)) errors.byField.set(field.id, 'duplicate');
    else if (field.kind === 'CHOICE' && field.options.length === 0) {
      errors.byField.set(field.id, 'options');
    } else if (field.kind === 'REFERENCE' && field.referencedFormKey === null) {
      errors.byField.set(field.id, 'register');
    }
    labels.add(label);
  }
  return errors;
}

export const isSound = (errors: DraftErrors): boolean =>
  errors.byField.size === 0 &&
  !errors.name &&
  !errors.singularName &&
  !errors.numberPrefix &&
  !errors.fields;

/** One text for both languages: the server takes it over into the other. */
const inDutch = (text: string) => ({ nl: text.trim(), en: '' });

function toFieldInput(field: DraftField): FieldInput {
  const takesSeveral = field.kind === 'CHOICE' || field.kind === 'REFERENCE';
  return {
    label: inDutch(field.label),
    kind: field.kind,
    isRequired: field.isRequired,
    isInList: field.isInList,
    isMultiple: takesSeveral && field.isMultiple,
    isMultiline: field.kind === 'TEXT' && field.isMultiline,
    isHidden: false,
    isUnique: false,
    ...(!isBlank(field.help) && { help: inDutch(field.help) }),
    ...(field.kind === 'CHOICE' && {
      options: field.options.map((option) => ({ label: inDutch(option) })),
    }),
    ...(field.kind === 'REFERENCE' && { referencedFormKey: field.referencedFormKey }),
  };
}

/** The draft as the server takes it; the server makes the keys. */
export function toFormInput(draft: RegisterDraft): FormInput {
  return {
    name: inDutch(draft.name),
    singularName: inDutch(draft.singularName),
    numberPrefix: draft.numberPrefix.trim(),
    ...(!isBlank(draft.help) && { help: inDutch(draft.help) }),
    fields: draft.fields.map(toFieldInput),
  };
}
