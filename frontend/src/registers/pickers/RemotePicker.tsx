import { Loader, MultiSelect, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { OptionSource, PickOption } from './option-source';
import { useOptions } from './useOptions';

interface RemotePickerProps {
  source: OptionSource;
  value: readonly PickOption[];
  onChange: (value: PickOption[]) => void;
  isMultiple?: boolean;
  /** Shown in the list while nothing was typed. */
  placeholder?: string;
  /** What to say when there is none with these words. */
  nothingFound?: string;
  id?: string;
  label?: string;
  /** In place of a label where the box stands among other filters. */
  ariaLabel?: string;
  description?: string | null;
  error?: string;
  /** False inside a popover, which would close when an outside list is clicked. */
  withinPortal?: boolean;
}

/** Picks one or several things the server looks up while one types. */
export function RemotePicker(props: RemotePickerProps) {
  return props.isMultiple ? <RemoteMultiSelect {...props} /> : <RemoteSelect {...props} />;
}

/** What both Mantine selects share: the server has filtered already. */
function useSharedProps(props: RemotePickerProps, search: string) {
  const { t } = useTranslation('registers');
  const { found, all, isFetching } = useOptions(props.source, search, props.value);
  return {
    all,
    found,
    shared: {
      id: props.id,
      label: props.label,
      'aria-label': props.ariaLabel,
      description: props.description,
      error: props.error,
      data: all.map((option) => ({ value: option.id, label: option.label })),
      searchable: true,
      clearable: true,
      maxDropdownHeight: 280,
      nothingFoundMessage: isFetching
        ? t('picker.searching')
        : (props.nothingFound ?? t('picker.nothingFound')),
      rightSection: isFetching ? <Loader size={14} /> : undefined,
      comboboxProps: { withinPortal: props.withinPortal ?? true },
      clearButtonProps: { 'aria-label': t('picker.clear') },
    },
  };
}

function RemoteSelect(props: RemotePickerProps) {
  const chosen = props.value[0];
  const [search, setSearch] = useState('');
  // The box holds the words of what was chosen: those are no search.
  const { all, found, shared } = useSharedProps(props, search === chosen?.label ? '' : search);
  return (
    <Select
      {...shared}
      placeholder={props.placeholder}
      value={chosen?.id ?? null}
      onChange={(id) => {
        props.onChange(all.filter((option) => option.id === id));
      }}
      onSearchChange={setSearch}
      filter={({ options }) =>
        options.filter(
          (option) => 'value' in option && found.some((item) => item.id === option.value),
        )
      }
    />
  );
}

function RemoteMultiSelect(props: RemotePickerProps) {
  const [search, setSearch] = useState('');
  const { all, found, shared } = useSharedProps(props, search);
  return (
    <MultiSelect
      {...shared}
      placeholder={props.value.length === 0 ? props.placeholder : undefined}
      value={props.value.map((option) => option.id)}
      onChange={(ids) => {
        props.onChange(ids.flatMap((id) => all.find((option) => option.id === id) ?? []));
      }}
      searchValue={search}
      onSearchChange={setSearch}
      hidePickedOptions
      filter={({ options }) =>
        options.filter(
          (option) => 'value' in option && found.some((item) => item.id === option.value),
        )
      }
    />
  );
}
