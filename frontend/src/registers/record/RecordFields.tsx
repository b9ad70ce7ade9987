import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { FieldLabel } from '@/design';

import { type RegisterField, type RegisterForm, fieldSections } from '../register-form';
import { toEditValues } from '../edit/edit-value';
import { isVisible } from '../edit/field-rules';
import { type FilledValue, filledValues } from '../value/field-value';
import { FieldValueView } from '../value/FieldValueView';
import { Panel } from './Panel';
import classes from './RecordFields.module.css';
import type { RecordDetail } from './record-query';

const isWide = (field: RegisterField) =>
  field.kind === 'RICH_TEXT' ||
  field.kind === 'FILE' ||
  field.isMultiline ||
  (field.kind === 'REFERENCE' && (field.isMultiple || field.columns.length > 0));

/** All fields under their headings; the title stands above the page already. */
export function RecordFields({ form, record }: { form: RegisterForm; record: RecordDetail }) {
  const { t } = useTranslation('registers');
  const values = filledValues(record.values);
  const situation = {
    values: toEditValues(form.fields, values),
    statusKey: record.status.key,
  };
  const fields = form.fields.filter(
    (field) => field.key !== form.titleFieldKey && isVisible(field, situation),
  );
  return fieldSections({ groups: form.groups, fields }).map((section) => (
    <Panel
      key={section.key}
      title={section.isStandard ? t('standardSection') : section.label}
      description={section.help}
    >
      <dl className={classes.fields}>
        {section.fields.map((field) => (
          <FieldFact key={field.key} field={field} value={values.get(field.key)} />
        ))}
      </dl>
    </Panel>
  ));
}

function FieldFact({ field, value }: { field: RegisterField; value: FilledValue | undefined }) {
  const { t } = useTranslation('app');
  return (
    <div className={classes.field} data-wide={value !== undefined && isWide(field)}>
      <dt className={classes.label}>
        <FieldLabel label={field.label} help={field.help} />
      </dt>
      <dd className={classes.value}>
        {value ? (
          <FieldValueView field={field} value={value} />
        ) : (
          <Text fz="sm" c="dimmed">
            {t('field.empty')}
          </Text>
        )}
      </dd>
    </div>
  );
}
