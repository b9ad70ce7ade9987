import type { FieldKind, FormCategory, StatusKind } from '@/graphql';
import type { LocalText } from '@/localized/local-text';
import type { EditValue } from '@/registers/edit/edit-value';
import type { Condition } from '@/registers/edit/field-rules';

/** One choice of a list, or one item of a checklist. */
export interface DraftOption {
  /** Tells rows apart while they are edited; never sent. */
  id: string;
  /** Empty until the option has a name; never changed afterwards. */
  key: string;
  label: LocalText;
  colour: string | null;
}

export type TermUnit = 'hours' | 'days' | 'months';

export interface DraftTerm {
  amount: number | null;
  unit: TermUnit;
}

export interface DraftDeadline {
  fromKey: string | null;
  term: DraftTerm;
  stoppedByKey: string | null;
  /** Null: there is none. */
  extension: { whenKey: string | null; term: DraftTerm } | null;
}

export type DraftDefault = { kind: 'TODAY' } | { kind: 'ME' } | { kind: 'VALUE'; value: EditValue };

/** A field of a form while it is designed; what does not belong to its kind is never sent. */
export interface DraftField {
  /** Tells fields apart while they are edited; never sent. */
  id: string;
  /** Empty until the field has a name; never changed afterwards. */
  key: string;
  /** It is on the published form already. */
  isPublished: boolean;
  /** It came with a pack. */
  isBase: boolean;
  groupKey: string | null;
  kind: FieldKind;
  label: LocalText;
  help: LocalText;
  isRequired: boolean;
  isInList: boolean;
  isMultiple: boolean;
  isMultiline: boolean;
  isHidden: boolean;
  isUnique: boolean;
  visibleWhen: Condition | null;
  requiredWhen: Condition | null;
  default: DraftDefault | null;
  maxLength: number | null;
  decimals: number | null;
  minimum: number | null;
  maximum: number | null;
  unit: LocalText;
  options: DraftOption[];
  /** Null: records of any register. */
  referencedFormKey: string | null;
  columns: string[];
  sourceFormKey: string | null;
  sourceFieldKey: string | null;
  expression: string;
  deadline: DraftDeadline;
  prefix: string;
  digits: number;
}

/** A heading the fields stand under. */
export interface DraftGroup {
  key: string;
  label: LocalText;
  help: LocalText;
}

export interface DraftStatus {
  id: string;
  key: string;
  isPublished: boolean;
  label: LocalText;
  kind: StatusKind;
  colour: string;
  /** Ids of the statuses that may follow. */
  next: string[];
}

export interface Requirement {
  standard: string;
  code: string;
}

/** A register's definition while it is designed. */
export interface FormDraft {
  name: LocalText;
  singularName: LocalText;
  numberPrefix: string;
  help: LocalText;
  icon: string;
  category: FormCategory;
  allowsMeasures: boolean;
  requirements: Requirement[];
  /** Id of the field that names a record; null: the first line of text. */
  titleId: string | null;
  groups: DraftGroup[];
  fields: DraftField[];
  statuses: DraftStatus[];
  /** Open and closed, as the server makes them in both languages: nobody touched them. */
  hasUsualStatuses: boolean;
}

/** A line of text can name a record. */
export const canNameRecords = (field: DraftField): boolean =>
  field.kind === 'TEXT' && !field.isMultiline && !field.isHidden;

/** The field that names a record. */
export const titleFieldOf = (draft: Pick<FormDraft, 'titleId' | 'fields'>) =>
  draft.fields.find((field) => field.id === draft.titleId && canNameRecords(field)) ??
  draft.fields.find(canNameRecords);
