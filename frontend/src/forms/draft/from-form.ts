import type { Language } from '@/i18n';
import { NO_TEXT, fromServer } from '@/localized/local-text';
import { toEditValue } from '@/registers/edit/edit-value';

import type { DesignForm } from '../form-documents';
import type { DraftDeadline, DraftDefault, DraftField, DraftTerm, FormDraft } from './form-draft';
import { NO_DEADLINE, newField, newId } from './new-parts';

type Both<T> = Record<Language, T>;
type ServerField = DesignForm['fields'][number];

/** A published form in both languages, ready to be changed. */
export function toDraft({ nl, en }: Both<DesignForm>, language: Language): FormDraft {
  const text = (dutch: string, english: string | undefined) =>
    fromServer(dutch, english ?? dutch, language);
  const english = new Map(en.fields.map((field) => [field.key, field]));
  const own = nl.fields.filter((field) => !field.isStandard);
  const fields = own.map((field) => toField(field, english.get(field.key) ?? field, language));
  const statusIds = new Map(nl.statuses.map((status) => [status.key, newId()]));
  return {
    name: text(nl.name, en.name),
    singularName: text(nl.singularName, en.singularName),
    numberPrefix: nl.numberPrefix,
    help: text(nl.help, en.help),
    icon: nl.icon,
    category: nl.category,
    allowsMeasures: nl.allowsMeasures,
    requirements: nl.requirements,
    titleId: fields.find((field) => field.key === nl.titleFieldKey)?.id ?? null,
    groups: nl.groups.map((group, place) => ({
      key: group.key,
      label: text(group.label, en.groups[place]?.label),
      help: text(group.help, en.groups[place]?.help),
    })),
    fields,
    hasUsualStatuses: false,
    statuses: nl.statuses.map((status, place) => ({
      id: statusIds.get(status.key) ?? newId(),
      key: status.key,
      isPublished: true,
      label: text(status.label, en.statuses[place]?.label),
      kind: status.kind,
      colour: status.colour,
      next: status.nextKeys.flatMap((key) => statusIds.get(key) ?? []),
    })),
  };
}

function toField(nl: ServerField, en: ServerField, language: Language): DraftField {
  const { key, kind, groupKey, isBase, isHidden, isRequired, isInList, isMultiple } = nl;
  const { isMultiline, isUnique, visibleWhen, requiredWhen, maxLength, decimals } = nl;
  const { minimum, maximum, referencedFormKey, columns, sourceFormKey, sourceFieldKey } = nl;
  return {
    ...newField(kind, []),
    isPublished: true,
    ...{ key, groupKey, isBase, isHidden, isRequired, isInList, isMultiple },
    ...{ isMultiline, isUnique, visibleWhen, requiredWhen, maxLength, decimals },
    ...{ minimum, maximum, referencedFormKey, columns, sourceFormKey, sourceFieldKey },
    label: fromServer(nl.label, en.label, language),
    help: fromServer(nl.help, en.help, language),
    unit: nl.unit === null ? NO_TEXT : fromServer(nl.unit, en.unit ?? nl.unit, language),
    default: toDefault(nl),
    options: nl.options.map((option, place) => ({
      id: newId(),
      key: option.key,
      label: fromServer(option.label, en.options[place]?.label ?? option.label, language),
      colour: option.colour,
    })),
    expression: nl.expression ?? '',
    deadline: toDeadline(nl.deadline),
    prefix: nl.prefix ?? '',
    digits: nl.digits ?? 4,
  };
}

function toDefault(field: ServerField): DraftDefault | null {
  const given = field.default;
  if (!given) return null;
  if (given.kind !== 'VALUE') return { kind: given.kind };
  return { kind: 'VALUE', value: toEditValue(field.kind, given.value ?? undefined) };
}

const toTerm = ({
  hours,
  days,
  months,
}: NonNullable<ServerField['deadline']>['term']): DraftTerm =>
  hours !== null
    ? { amount: hours, unit: 'hours' }
    : days !== null
      ? { amount: days, unit: 'days' }
      : { amount: months, unit: 'months' };

function toDeadline(rule: ServerField['deadline']): DraftDeadline {
  if (!rule) return NO_DEADLINE;
  return {
    fromKey: rule.fromKey,
    term: toTerm(rule.term),
    stoppedByKey: rule.stoppedByKey,
    extension: rule.extension && {
      whenKey: rule.extension.whenKey,
      term: toTerm(rule.extension.term),
    },
  };
}
