import type { Language } from '@/i18n';
import { type LocalText, textIn } from '@/localized/local-text';
import type { EditValues } from '@/registers/edit/edit-value';
import { emptyValue } from '@/registers/edit/edit-value';
import { type Occasion, defaultValue } from '@/registers/edit/defaults';
import type { RegisterField, RegisterForm, RiskScale } from '@/registers/register-form';

import { settleKeys } from './changes';
import { orderedFields } from './entries';
import { type DraftField, type FormDraft, titleFieldOf } from './form-draft';

/** What the real record form needs of a register. */
export type PreviewForm = Pick<
  RegisterForm,
  'key' | 'groups' | 'fields' | 'titleFieldKey' | 'statuses'
>;

interface PreviewOptions {
  language: Language;
  scale: RiskScale | null;
  /** What a part without a name is called. */
  nameless: string;
}

/** A field of the draft as the record form takes it. */
export function toRegisterField(
  field: DraftField,
  { language, scale, nameless }: PreviewOptions,
): RegisterField {
  const read = (text: LocalText) => textIn(text, language);
  const { kind, groupKey, isHidden, isRequired, isInList, isMultiple, isMultiline } = field;
  const { visibleWhen, requiredWhen, maxLength, decimals, minimum, maximum } = field;
  return {
    ...{ kind, groupKey, isHidden, isRequired, isInList, isMultiple, isMultiline },
    ...{ visibleWhen, requiredWhen, maxLength, decimals, minimum, maximum },
    key: field.key === '' ? field.id : field.key,
    label: read(field.label) || nameless,
    help: read(field.help),
    isStandard: false,
    isSortable: false,
    unit: read(field.unit) || null,
    referencedFormKey: field.referencedFormKey,
    columns: field.columns,
    result: null,
    default: null,
    options: field.options
      .filter((option) => read(option.label) !== '')
      .map(({ id, key, label, colour }) => ({ key: key || id, label: read(label), colour })),
    scale: kind === 'LIKELIHOOD_IMPACT' ? scale : null,
  };
}

/** The register as it would be, for the real record form. */
export function toPreview(written: FormDraft, options: PreviewOptions): PreviewForm {
  const { language, nameless } = options;
  const draft = settleKeys(written, language);
  const title = titleFieldOf(draft);
  const fields = orderedFields(draft).map((field) =>
    toRegisterField(field === title ? { ...field, isRequired: true } : field, options),
  );
  return {
    key: '',
    titleFieldKey: title ? title.key || title.id : '',
    groups: draft.groups.map(({ key, label, help }) => ({
      key,
      label: textIn(label, language) || nameless,
      help: textIn(help, language),
    })),
    fields,
    statuses: draft.statuses.map((status) => ({
      key: status.key || status.id,
      label: textIn(status.label, language) || nameless,
      kind: status.kind,
      colour: status.colour,
      nextKeys: [],
    })),
  };
}

/** What a new record of the draft begins with, by the keys of the preview. */
export function previewValues(
  written: FormDraft,
  language: Language,
  occasion: Occasion,
): EditValues {
  const { fields } = settleKeys(written, language);
  return Object.fromEntries(
    fields.map((field) => {
      const { key, id, kind, default: chosen } = field;
      if (chosen?.kind === 'VALUE' && chosen.value.kind === kind) return [key || id, chosen.value];
      if (!chosen || chosen.kind === 'VALUE') return [key || id, emptyValue(kind)];
      const given = { key, kind, default: { kind: chosen.kind, value: null } };
      return [key || id, defaultValue(given, occasion)];
    }),
  );
}
