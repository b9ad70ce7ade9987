import type { FieldInput, FormInput, TermInput } from '@/graphql';
import type { Language } from '@/i18n';
import { isBlank, toTextInput } from '@/localized/local-text';
import { toInput as toValueInput } from '@/registers/edit/value-input';

import { settleKeys } from './changes';
import { orderedFields } from './entries';
import {
  type DraftDeadline,
  type DraftField,
  type DraftTerm,
  type FormDraft,
  titleFieldOf,
} from './form-draft';
import { KINDS } from './kinds';

/** A draft as the server takes it, and which of its parts stands where. */
export interface SentForm {
  input: FormInput;
  /** Ids of the fields, in the order they are sent in. */
  fieldIds: string[];
}

const optional = (text: DraftField['help']) => (isBlank(text) ? {} : toTextInput(text));

/** The draft as the server takes it; parts that only other kinds have are left out. */
export function toFormInput(written: FormDraft, language: Language): SentForm {
  const draft = settleKeys(written, language);
  const fields = orderedFields(draft);
  const title = titleFieldOf(draft);
  const input: FormInput = {
    name: toTextInput(draft.name),
    singularName: toTextInput(draft.singularName),
    numberPrefix: draft.numberPrefix.trim(),
    help: optional(draft.help),
    icon: draft.icon,
    category: draft.category,
    allowsMeasures: draft.allowsMeasures,
    requirements: draft.requirements.map(({ standard, code }) => ({ standard, code })),
    ...(title && title.key !== '' && { titleField: title.key }),
    groups: draft.groups.map(({ key, label, help }) => ({
      key,
      label: toTextInput(label),
      help: optional(help),
    })),
    fields: fields.map((field) => toFieldInput(field, field === title)),
    ...(!draft.hasUsualStatuses && { statuses: toStatusInputs(draft) }),
  };
  return { input, fieldIds: fields.map((field) => field.id) };
}

function toStatusInputs({ statuses }: FormDraft): FormInput['statuses'] {
  const keys = new Map(statuses.map((status) => [status.id, status.key]));
  return statuses.map((status) => ({
    ...(status.key !== '' && { key: status.key }),
    label: toTextInput(status.label),
    kind: status.kind,
    colour: status.colour,
    next: status.next.map((id) => keys.get(id) ?? '').filter(Boolean),
  }));
}

function toFieldInput(field: DraftField, isTitle: boolean): FieldInput {
  const info = KINDS[field.kind];
  return {
    ...(field.key !== '' && { key: field.key }),
    label: toTextInput(field.label),
    help: optional(field.help),
    groupKey: field.groupKey,
    kind: field.kind,
    isRequired: isTitle || (field.isRequired && info.takesRequired === true),
    isInList: field.isInList,
    isMultiple: field.isMultiple && info.takesMultiple === true,
    isMultiline: field.isMultiline && field.kind === 'TEXT',
    isHidden: field.isHidden,
    isUnique: field.isUnique && info.takesUnique === true,
    visibleWhen: field.visibleWhen,
    requiredWhen: info.takesRequired ? field.requiredWhen : null,
    default: toDefaultInput(field),
    ...kindInput(field),
  };
}

function toDefaultInput(field: DraftField): FieldInput['default'] {
  const chosen = field.default;
  if (!chosen || !KINDS[field.kind].defaults?.includes(chosen.kind)) return null;
  if (chosen.kind !== 'VALUE') return { kind: chosen.kind };
  if (chosen.value.kind !== field.kind) return null;
  const value = toValueInput(field.key, chosen.value);
  // The key alone is no value.
  return Object.keys(value).length > 1 ? { kind: 'VALUE', value } : null;
}

const unitOf = ({ unit }: DraftField) => (isBlank(unit) ? null : toTextInput(unit));

/** What belongs to one kind of field alone. */
function kindInput(field: DraftField): Partial<FieldInput> {
  switch (field.kind) {
    case 'TEXT':
      return { maxLength: field.maxLength };
    case 'NUMBER':
      return {
        decimals: field.decimals ?? 0,
        minimum: field.minimum,
        maximum: field.maximum,
        unit: unitOf(field),
      };
    case 'CHOICE':
    case 'CHECKLIST':
      return {
        options: field.options
          .filter((option) => option.key !== '' || !isBlank(option.label))
          .map(({ key, label, colour }) => ({
            ...(key !== '' && { key }),
            label: toTextInput(label),
            ...(field.kind === 'CHOICE' && { colour }),
          })),
      };
    case 'REFERENCE':
      return {
        referencedFormKey: field.referencedFormKey,
        columns: field.referencedFormKey === null ? [] : field.columns,
      };
    case 'DYNAMIC_CHOICE':
      return { sourceFormKey: field.sourceFormKey, sourceFieldKey: field.sourceFieldKey };
    case 'COMPUTED':
      return {
        expression: field.expression,
        decimals: field.decimals ?? 0,
        unit: unitOf(field),
      };
    case 'DEADLINE':
      return { deadline: toDeadlineInput(field.deadline) };
    case 'AUTO_NUMBER':
      return { prefix: field.prefix.trim(), digits: field.digits };
    default:
      return {};
  }
}

function toDeadlineInput(rule: DraftDeadline): FieldInput['deadline'] {
  const { fromKey, term, stoppedByKey, extension } = rule;
  const whenKey = extension?.whenKey ?? null;
  return {
    fromKey: fromKey ?? '',
    term: toTermInput(term),
    stoppedByKey,
    extension:
      extension && whenKey !== null ? { whenKey, term: toTermInput(extension.term) } : null,
  };
}

const toTermInput = ({ unit, amount }: DraftTerm): TermInput => ({ [unit]: amount });

/**
 * Where in the draft an error of the server belongs: `fields.3.label` becomes `field/<id>/label`,
 * `statuses.0.label` becomes `status/0/label`, `name` stays. A path may end deeper than we show.
 */
export function placeOf(path: string, { fieldIds }: Pick<SentForm, 'fieldIds'>): string {
  const [list = '', index = '', part = '', ...rest] = path.split('.');
  if (list === 'fields' && index !== '') {
    const id = fieldIds[Number(index)];
    if (id === undefined) return 'fields';
    const option = part === 'options' && rest[0] !== undefined ? `/${rest[0]}` : '';
    return `field/${id}/${part === '' ? 'label' : part}${option}`;
  }
  if (list === 'statuses' && index !== '') return `status/${index}/${part === '' ? 'label' : part}`;
  if (list === 'groups' && index !== '') return `group/${index}/${part === '' ? 'label' : part}`;
  return list;
}
