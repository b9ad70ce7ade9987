import { MultiSelect, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { ControlProps } from './control';

/** Lists longer than this can be searched. */
const SEARCHABLE_FROM = 8;

export function ChoiceControl(props: ControlProps<'CHOICE'>) {
  const { field, id, value, onChange, hint, error } = props;
  const { t } = useTranslation('registers');
  const shared = {
    id,
    description: hint,
    error,
    data: field.options.map((option) => ({ value: option.key, label: option.label })),
    searchable: field.options.length >= SEARCHABLE_FROM,
    clearable: !field.isRequired,
    clearButtonProps: { 'aria-label': t('picker.clear') },
    nothingFoundMessage: t('picker.nothingFound'),
  };
  if (field.isMultiple) {
    return (
      <MultiSelect
        {...shared}
        value={value.keys}
        placeholder={value.keys.length === 0 ? t('picker.chooseMany') : undefined}
        onChange={(keys) => {
          onChange({ kind: 'CHOICE', keys });
        }}
      />
    );
  }
  return (
    <Select
      {...shared}
      value={value.keys[0] ?? null}
      placeholder={t('picker.choose')}
      allowDeselect={!field.isRequired}
      onChange={(key) => {
        onChange({ kind: 'CHOICE', keys: key === null ? [] : [key] });
      }}
    />
  );
}
