import { ActionIcon, Group, Stack } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { ChoiceFilter, SearchBox } from '@/design';

import type { RegisterForm } from '../register-form';
import { ViewMenu } from '../views/ViewMenu';
import { ColumnButton } from './ColumnButton';
import type { FieldCondition } from './condition';
import { FilterButton } from './FilterButton';
import { FilterChips } from './FilterChips';
import { PartChoice } from './PartChoice';
import type { ColumnChoice } from './useColumns';
import type { ListControl } from './useListState';

interface ListToolbarProps {
  form: RegisterForm;
  control: ListControl;
  columns: ColumnChoice;
}

export function ListToolbar({ form, control, columns }: ListToolbarProps) {
  const { t } = useTranslation(['registers', 'records']);
  const { state, change } = control;
  const apply = (fieldKey: string, condition: FieldCondition | null) => {
    const others = state.conditions.filter((other) => other.fieldKey !== fieldKey);
    change({ conditions: condition ? [...others, condition] : others });
  };
  return (
    <Stack gap="xs">
      <Group gap="xs" data-no-print>
        <SearchBox
          label={t('list.search')}
          value={state.search}
          onChange={(search) => {
            // Typing adds no steps to the browser's history.
            change({ search }, { replace: true });
          }}
        />
        <ChoiceFilter
          label={t('list.status')}
          options={form.statuses.map(({ key, label }) => ({ value: key, label }))}
          value={state.statusKeys}
          onChange={(statusKeys) => {
            change({ statusKeys });
          }}
        />
        <FilterButton form={form} conditions={state.conditions} onApply={apply} />
        <PartChoice form={form} control={control} />
        <ViewMenu form={form} control={control} columns={columns} />
        <Group ml="auto" gap="xs" visibleFrom="xs">
          <ActionIcon
            variant="default"
            size={36}
            aria-label={t('records:menu.print')}
            onClick={() => {
              window.print();
            }}
          >
            <IconPrinter size={18} aria-hidden />
          </ActionIcon>
          <ColumnButton columns={columns} />
        </Group>
      </Group>
      <FilterChips form={form} control={control} onApply={apply} />
    </Stack>
  );
}
