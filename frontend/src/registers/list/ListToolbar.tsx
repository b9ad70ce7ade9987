import { CloseButton, Group, Stack, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { RegisterForm } from '../register-form';
import { ColumnButton } from './ColumnButton';
import type { FieldCondition } from './condition';
import { FilterButton } from './FilterButton';
import { FilterChips } from './FilterChips';
import { StatusFilter } from './StatusFilter';
import type { ColumnChoice } from './useColumns';
import type { ListControl } from './useListState';

const TYPING_PAUSE_MS = 300;

interface ListToolbarProps {
  form: RegisterForm;
  control: ListControl;
  columns: ColumnChoice;
}

export function ListToolbar({ form, control, columns }: ListToolbarProps) {
  const { state, change } = control;
  const apply = (fieldKey: string, condition: FieldCondition | null) => {
    const others = state.conditions.filter((other) => other.fieldKey !== fieldKey);
    change({ conditions: condition ? [...others, condition] : others });
  };
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <SearchBox control={control} />
        <StatusFilter
          statuses={form.statuses}
          value={state.statusKeys}
          onChange={(statusKeys) => {
            change({ statusKeys });
          }}
        />
        <FilterButton form={form} conditions={state.conditions} onApply={apply} />
        <Group ml="auto" visibleFrom="xs">
          <ColumnButton columns={columns} />
        </Group>
      </Group>
      <FilterChips form={form} control={control} onApply={apply} />
    </Stack>
  );
}

function SearchBox({ control: { state, change } }: { control: ListControl }) {
  const { t } = useTranslation('registers');
  const [text, setText] = useState(state.search);
  const [known, setKnown] = useState(state.search);
  const search = useDebouncedCallback((words: string) => {
    // Typing adds no steps to the browser's history.
    change({ search: words.trim() }, { replace: true });
  }, TYPING_PAUSE_MS);

  // The back button or a removed chip: the address is the truth, unless it says what is typed.
  if (known !== state.search) {
    setKnown(state.search);
    if (text.trim() !== state.search) setText(state.search);
  }

  const type = (words: string) => {
    setText(words);
    search(words);
  };
  return (
    <TextInput
      type="search"
      aria-label={t('list.search')}
      placeholder={t('list.search')}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        text !== '' && (
          <CloseButton
            size="sm"
            aria-label={t('list.clearSearch')}
            onClick={() => {
              type('');
            }}
          />
        )
      }
      value={text}
      w={{ base: '100%', sm: 320 }}
      onChange={(event) => {
        type(event.currentTarget.value);
      }}
    />
  );
}
