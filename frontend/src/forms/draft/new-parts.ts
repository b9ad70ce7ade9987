import type { FieldKind } from '@/graphql';
import type { Language } from '@/i18n';
import { NO_TEXT, textOf } from '@/localized/local-text';

import { freeKey } from '../keys';
import type {
  DraftDeadline,
  DraftField,
  DraftGroup,
  DraftOption,
  DraftStatus,
  FormDraft,
} from './form-draft';
import { KINDS, type PaletteItem, presetOf } from './kinds';

let lastId = 0;

/** Tells parts of a draft apart, also from those of a draft that was kept. */
export function newId(): string {
  lastId += 1;
  return `${Date.now().toString(36)}-${lastId}`;
}

/** A field further down than this is not in the list unless one says so. */
const FIELDS_IN_LIST = 5;

/** Kinds that would make a list hard to read. */
const NOT_IN_LIST: ReadonlySet<FieldKind> = new Set<FieldKind>([
  'RICH_TEXT',
  'FILE',
  'WEB_LINK',
  'COLOUR',
]);

export const NO_DEADLINE: DraftDeadline = {
  fromKey: null,
  term: { amount: null, unit: 'days' },
  stoppedByKey: null,
  extension: null,
};

/** A field with nothing filled in but what mostly is right for its kind. */
export function newField(item: PaletteItem, others: readonly DraftField[]): DraftField {
  const { kind, isMultiline } = presetOf(item);
  const inList = others.filter((field) => field.isInList).length;
  return {
    id: newId(),
    key: '',
    isPublished: false,
    isBase: false,
    groupKey: null,
    kind,
    label: NO_TEXT,
    help: NO_TEXT,
    isRequired: false,
    isInList: inList < FIELDS_IN_LIST && !NOT_IN_LIST.has(kind) && !isMultiline,
    isMultiple: kind === 'FILE' || kind === 'WEB_LINK',
    isMultiline,
    isHidden: false,
    isUnique: false,
    visibleWhen: null,
    requiredWhen: null,
    default: null,
    maxLength: null,
    decimals: kind === 'NUMBER' || kind === 'COMPUTED' ? 2 : null,
    minimum: null,
    maximum: null,
    unit: NO_TEXT,
    options: kind === 'CHOICE' || kind === 'CHECKLIST' ? [newOption()] : [],
    referencedFormKey: null,
    columns: [],
    sourceFormKey: null,
    sourceFieldKey: null,
    expression: '',
    deadline: NO_DEADLINE,
    prefix: '',
    digits: 4,
  };
}

/** The same field as another kind: name, help and place stay, what cannot be kept does not. */
export function changeKind(field: DraftField, item: PaletteItem): DraftField {
  const fresh = newField(item, []);
  const info = KINDS[fresh.kind];
  const hasOptions = fresh.options.length > 0;
  const keepsOptions = hasOptions && field.options.length > 0;
  return {
    ...field,
    kind: fresh.kind,
    isMultiline: fresh.isMultiline,
    isRequired: field.isRequired && info.takesRequired === true,
    requiredWhen: info.takesRequired ? field.requiredWhen : null,
    isMultiple: info.takesMultiple ? field.isMultiple || fresh.isMultiple : false,
    isUnique: field.isUnique && info.takesUnique === true,
    isInList: field.isInList && !NOT_IN_LIST.has(fresh.kind),
    default: null,
    decimals: fresh.decimals,
    options: keepsOptions ? field.options : fresh.options,
  };
}

export const newOption = (): DraftOption => ({
  id: newId(),
  key: '',
  label: NO_TEXT,
  colour: null,
});

export const newGroup = (others: readonly DraftGroup[]): DraftGroup => ({
  key: freeKey(
    others.map((group) => group.key),
    'group',
  ),
  label: NO_TEXT,
  help: NO_TEXT,
});

export const newStatus = (): DraftStatus => ({
  id: newId(),
  key: '',
  isPublished: false,
  label: NO_TEXT,
  kind: 'ACTIVE',
  colour: 'orange',
  next: [],
});

/** Names of the statuses a register has unless others are made. */
export interface StatusWords {
  open: string;
  closed: string;
}

/** A register with one field to name its records, and two statuses. */
export function blankDraft(words: StatusWords, language: Language): FormDraft {
  const [open, closed] = [newStatus(), newStatus()];
  return {
    name: NO_TEXT,
    singularName: NO_TEXT,
    numberPrefix: '',
    help: NO_TEXT,
    icon: 'clipboard-list',
    category: 'OTHER',
    allowsMeasures: false,
    requirements: [],
    titleId: null,
    groups: [],
    fields: [{ ...newField('TEXT', []), isRequired: true }],
    hasUsualStatuses: true,
    statuses: [
      {
        ...open,
        key: 'open',
        label: textOf(words.open, language),
        kind: 'OPEN',
        colour: 'blue',
        next: [closed.id],
      },
      {
        ...closed,
        key: 'closed',
        label: textOf(words.closed, language),
        kind: 'DONE',
        colour: 'gray',
        next: [open.id],
      },
    ],
  };
}
