import { useTranslation } from 'react-i18next';

import { Panel } from '../record/Panel';
import { type RegisterField, type RegisterForm, fieldSections } from '../register-form';
import type { EditValue, EditValues } from './edit-value';
import { isCompulsory, isVisible } from './field-rules';
import { FormField } from './FormField';
import classes from './RecordForm.module.css';

interface FormSectionsProps {
  form: Pick<RegisterForm, 'key' | 'groups' | 'fields' | 'titleFieldKey'>;
  values: EditValues;
  /** The record's status, or the one a new record gets. */
  statusKey: string;
  errors: Readonly<Record<string, string>>;
  onChange: (fieldKey: string, value: EditValue) => void;
}

const WIDE = new Set<RegisterField['kind']>([
  'RICH_TEXT',
  'LIKELIHOOD_IMPACT',
  'CHECKLIST',
  'FILE',
  'WEB_LINK',
]);

const takesFullWidth = (field: RegisterField, titleFieldKey: string) =>
  field.key === titleFieldKey ||
  WIDE.has(field.kind) ||
  field.isMultiline ||
  (field.kind === 'REFERENCE' && (field.isMultiple || field.referencedFormKey === null));

/** The fields to fill in, under their headings: those that are on the form as it stands now. */
export function FormSections({ form, values, statusKey, errors, onChange }: FormSectionsProps) {
  const { t } = useTranslation('registers');
  const situation = { values, statusKey };
  return fieldSections(form).map((section) => {
    const fields = section.fields.filter((field) => isVisible(field, situation));
    if (fields.length === 0) return null;
    return (
      <Panel
        key={section.key}
        title={section.isStandard ? t('standardSection') : section.label}
        description={section.help}
      >
        <div className={classes.fields}>
          {fields.map((field) => {
            const value = values[field.key];
            return (
              value && (
                <FormField
                  key={field.key}
                  formKey={form.key}
                  field={{ ...field, isRequired: isCompulsory(field, situation) }}
                  value={value}
                  error={errors[field.key]}
                  isWide={takesFullWidth(field, form.titleFieldKey)}
                  onChange={(changed) => {
                    onChange(field.key, changed);
                  }}
                />
              )
            );
          })}
        </div>
      </Panel>
    );
  });
}
