import { MultiSelect, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { useRegisterMenu } from '@/app/registers';
import { type RegisterField, registerFormQuery, shownFields } from '@/registers/register-form';

import type { DraftField } from '../draft/form-draft';
import { useDesign, useDesignActions, useErrorAt } from '../useDesigner';

/** In place of a register's key: records of any. */
const ANY = '$any';

/** In place of a register's key: the register itself, which has none while it is made. */
const ITSELF = '$self';

/** What is too long, or no value, to stand in a column. */
const NO_COLUMN = new Set<RegisterField['kind']>(['RICH_TEXT', 'FILE']);

/** Which register a reference leads to, and what is shown of its records beside the link. */
export function ReferenceSettings({ field }: { field: DraftField }) {
  const { t } = useTranslation('forms');
  const errorAt = useErrorAt();
  const { changeField } = useDesignActions();
  const registers = useRegisterMenu();
  const isNew = useDesign().formKey === null;
  const target = field.referencedFormKey;
  const hasColumns = target !== null && target !== ITSELF;
  const { data } = useQuery({ ...registerFormQuery(target ?? ''), enabled: hasColumns });
  const columns = data?.form
    ? shownFields(data.form).filter(
        (other) =>
          !other.isStandard && !NO_COLUMN.has(other.kind) && other.key !== data.form?.titleFieldKey,
      )
    : [];
  return (
    <>
      <Select
        label={t('reference.register')}
        data={[
          { value: ANY, label: t('reference.any') },
          ...(isNew ? [{ value: ITSELF, label: t('reference.itself') }] : []),
          ...registers.map((register) => ({ value: register.key, label: register.name })),
        ]}
        value={target ?? ANY}
        allowDeselect={false}
        searchable
        disabled={field.isBase}
        error={errorAt(`field/${field.id}/referencedFormKey`)}
        onChange={(chosen) => {
          changeField(field.id, {
            referencedFormKey: chosen === ANY ? null : chosen,
            columns: [],
          });
        }}
      />
      {hasColumns && (
        <MultiSelect
          label={t('reference.columns')}
          description={t('reference.columnsHint')}
          data={columns.map((column) => ({ value: column.key, label: column.label }))}
          value={field.columns}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('reference.noColumns') }}
          error={errorAt(`field/${field.id}/columns`)}
          onChange={(chosen) => {
            changeField(field.id, { columns: chosen });
          }}
        />
      )}
    </>
  );
}
