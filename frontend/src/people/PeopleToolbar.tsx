import { Group, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import type { PagedControl } from '@/app/use-paged-search';
import { ChoiceFilter, SearchBox } from '@/design';

import { groupsQuery } from './groups/group-documents';
import { type PeopleState, STANDINGS } from './people-state';
import { ROLES } from './roles';

const FACTORS = ['any', 'yes', 'no'] as const;

export function PeopleToolbar({ control }: { control: PagedControl<PeopleState> }) {
  const { t } = useTranslation(['people', 'settings']);
  const { state, change } = control;
  const factor = state.hasSecondFactor === null ? 'any' : state.hasSecondFactor ? 'yes' : 'no';
  return (
    <Group gap="xs">
      <SearchBox
        label={t('list.search')}
        value={state.search}
        onChange={(search) => {
          change({ search }, { replace: true });
        }}
      />
      <Select
        aria-label={t('list.status')}
        allowDeselect={false}
        w={190}
        value={state.standing}
        data={STANDINGS.map((value) => ({ value, label: t(`list.standing.${value}`) }))}
        onChange={(value) => {
          const standing = STANDINGS.find((one) => one === value);
          if (standing) change({ standing });
        }}
      />
      <ChoiceFilter
        label={t('list.role')}
        options={ROLES.map((value) => ({ value, label: t(`settings:role.${value}`) }))}
        value={state.roles}
        onChange={(roles) => {
          change({ roles });
        }}
      />
      <GroupFilter control={control} />
      <Select
        aria-label={t('list.factor')}
        allowDeselect={false}
        w={200}
        value={factor}
        data={FACTORS.map((value) => ({ value, label: t(`list.factorFilter.${value}`) }))}
        onChange={(value) => {
          change({ hasSecondFactor: value === 'any' ? null : value === 'yes' });
        }}
      />
    </Group>
  );
}

/** Absent until there are groups. */
function GroupFilter({ control: { state, change } }: { control: PagedControl<PeopleState> }) {
  const { t } = useTranslation('people');
  const { data } = useQuery(groupsQuery());
  if (!data || data.groups.length === 0) return null;
  return (
    <Select
      aria-label={t('list.group')}
      placeholder={t('list.allGroups')}
      w={180}
      clearable
      searchable={data.groups.length > 8}
      value={state.groupId}
      data={data.groups.map(({ id, name }) => ({ value: id, label: name }))}
      clearButtonProps={{ 'aria-label': t('list.clearGroup') }}
      onChange={(groupId) => {
        change({ groupId });
      }}
    />
  );
}
