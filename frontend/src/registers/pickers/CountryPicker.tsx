import { type ComboboxItem, MultiSelect, type OptionsFilter, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { foldWord, useCountries } from './countries';

interface CountryPickerProps {
  value: string[];
  onChange: (codes: string[]) => void;
  isMultiple: boolean;
  isRequired?: boolean;
  id?: string;
  label?: string;
  description?: string | null;
  error?: string | undefined;
  withinPortal?: boolean;
}

const byName: OptionsFilter = ({ options, search }) => {
  const wanted = foldWord(search);
  return (options as ComboboxItem[]).filter(({ label }) => foldWord(label).includes(wanted));
};

export function CountryPicker({
  value,
  onChange,
  isMultiple,
  isRequired = false,
  withinPortal = true,
  ...props
}: CountryPickerProps) {
  const { t } = useTranslation('registers');
  const shared = {
    ...props,
    data: useCountries(),
    filter: byName,
    searchable: true,
    clearable: !isRequired,
    maxDropdownHeight: 280,
    comboboxProps: { withinPortal },
    clearButtonProps: { 'aria-label': t('picker.clear') },
    nothingFoundMessage: t('picker.nothingFound'),
  };
  if (isMultiple) {
    return (
      <MultiSelect
        {...shared}
        value={value}
        placeholder={value.length === 0 ? t('picker.country') : undefined}
        hidePickedOptions
        onChange={onChange}
      />
    );
  }
  return (
    <Select
      {...shared}
      value={value[0] ?? null}
      placeholder={t('picker.country')}
      onChange={(code) => {
        onChange(code === null ? [] : [code]);
      }}
    />
  );
}
