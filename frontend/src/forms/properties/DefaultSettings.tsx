import { Select, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { emptyValue } from '@/registers/edit/edit-value';
import { FormField } from '@/registers/edit/FormField';

import type { DraftDefault, DraftField } from '../draft/form-draft';
import { KINDS } from '../draft/kinds';
import { toRegisterField } from '../draft/preview-form';
import { useDesign, useDesignActions, useErrorAt } from '../useDesigner';

type DefaultKind = DraftDefault['kind'];

export const takesDefault = (field: DraftField): boolean =>
  KINDS[field.kind].defaults !== undefined;

/** What a new record begins with: today, whoever fills it in, or a value. */
export function DefaultSettings({ field }: { field: DraftField }) {
  const { t } = useTranslation('forms');
  const errorAt = useErrorAt();
  const { changeField, settle } = useDesignActions();
  const kinds = KINDS[field.kind].defaults ?? [];
  const chosen = field.default;
  const choose = (kind: DefaultKind | null) => {
    // A choice can be named as the default once it has its key.
    settle();
    changeField(field.id, {
      default:
        kind === 'VALUE'
          ? { kind, value: emptyValue(field.kind) }
          : kind === null
            ? null
            : { kind },
    });
  };
  return (
    <Stack gap="xs">
      <Select
        aria-label={t('properties.section.default')}
        placeholder={t('default.none')}
        clearable
        clearButtonProps={{ 'aria-label': t('default.none') }}
        data={kinds.map((kind) => ({
          value: kind,
          label:
            kind === 'TODAY' && field.kind === 'DATE_TIME'
              ? t('default.NOW')
              : t(`default.${kind}`),
        }))}
        value={chosen?.kind ?? null}
        error={errorAt(`field/${field.id}/default`)}
        onChange={(kind) => {
          choose(kinds.find((one) => one === kind) ?? null);
        }}
      />
      {chosen?.kind === 'VALUE' && <DefaultValue field={field} value={chosen.value} />}
    </Stack>
  );
}

type ValueDefault = Extract<DraftDefault, { kind: 'VALUE' }>;

/** The value, filled in as in a record. */
function DefaultValue({ field, value }: { field: DraftField; value: ValueDefault['value'] }) {
  const { t } = useTranslation('forms');
  const { language } = useDesign();
  const { changeField } = useDesignActions();
  const nameless = t('nameless');
  const shown = {
    ...toRegisterField({ ...field, isRequired: false }, { language, scale: null, nameless }),
    label: t('default.value'),
    help: '',
  };
  return (
    <FormField
      formKey=""
      field={shown}
      value={value}
      error={undefined}
      isWide
      onChange={(changed) => {
        changeField(field.id, { default: { kind: 'VALUE', value: changed } });
      }}
    />
  );
}
