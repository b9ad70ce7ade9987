import { Autocomplete, type OptionsFilter, TagsInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { wordOptions } from './option-source';
import { useOptions } from './useOptions';

interface WordPickerProps {
  /** The field of the register whose words are suggested. */
  source: { formKey: string; fieldKey: string };
  value: string[];
  onChange: (words: string[]) => void;
  isMultiple: boolean;
  id?: string;
  label?: string;
  description?: string | null;
  error?: string | undefined;
  withinPortal?: boolean;
}

const keepAll: OptionsFilter = ({ options }) => options;

/** Words of a dynamic choice, suggested while one types. */
export function WordPicker({
  source,
  value,
  onChange,
  isMultiple,
  withinPortal = true,
  ...props
}: WordPickerProps) {
  const { t } = useTranslation('registers');
  const [search, setSearch] = useState('');
  const word = value[0] ?? '';
  const { found } = useOptions(
    wordOptions(source.formKey, source.fieldKey),
    isMultiple ? search : word,
    [],
  );
  const shared = {
    ...props,
    data: found.map((option) => option.label),
    // The server has searched already.
    filter: keepAll,
    maxDropdownHeight: 280,
    clearable: true,
    comboboxProps: { withinPortal },
    clearButtonProps: { 'aria-label': t('picker.clear') },
  };
  if (isMultiple) {
    return (
      <TagsInput
        {...shared}
        value={value}
        onChange={onChange}
        searchValue={search}
        onSearchChange={setSearch}
        acceptValueOnBlur
        placeholder={value.length === 0 ? t('picker.words') : undefined}
      />
    );
  }
  return (
    <Autocomplete
      {...shared}
      value={word}
      placeholder={t('picker.word')}
      onChange={(typed) => {
        onChange(typed.trim() === '' ? [] : [typed]);
      }}
    />
  );
}
