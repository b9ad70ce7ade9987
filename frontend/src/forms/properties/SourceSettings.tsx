import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { useRegisterMenu } from '@/app/registers';
import { registerFormQuery, shownFields } from '@/registers/register-form';

import type { DraftField } from '../draft/form-draft';
import { useDesignActions, useErrorAt } from '../useDesigner';

/** Which words of which register can be chosen. */
export function SourceSettings({ field }: { field: DraftField }) {
  const { t } = useTranslation('forms');
  const errorAt = useErrorAt();
  const { changeField } = useDesignActions();
  const registers = useRegisterMenu();
  const source = field.sourceFormKey;
  const { data } = useQuery({ ...registerFormQuery(source ?? ''), enabled: source !== null });
  const lines = data?.form
    ? shownFields(data.form).filter((other) => other.kind === 'TEXT' && !other.isMultiline)
    : [];
  return (
    <>
      <Select
        label={t('source.register')}
        placeholder={t('source.choose')}
        data={registers.map((register) => ({ value: register.key, label: register.name }))}
        value={source}
        allowDeselect={false}
        searchable
        disabled={field.isBase}
        error={errorAt(`field/${field.id}/sourceFormKey`)}
        onChange={(sourceFormKey) => {
          changeField(field.id, { sourceFormKey, sourceFieldKey: null });
        }}
      />
      {source !== null && (
        <Select
          label={t('source.field')}
          placeholder={t('source.choose')}
          data={lines.map((line) => ({ value: line.key, label: line.label }))}
          value={field.sourceFieldKey}
          allowDeselect={false}
          disabled={field.isBase}
          error={errorAt(`field/${field.id}/sourceFieldKey`)}
          onChange={(sourceFieldKey) => {
            changeField(field.id, { sourceFieldKey });
          }}
        />
      )}
    </>
  );
}
