import { MultiSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { groupsQuery } from './groups/group-documents';

interface GroupPickerProps {
  value: readonly string[];
  onChange: (ids: string[]) => void;
  error?: string | undefined;
}

/** Own groups somebody is in; absent until there are groups. */
export function GroupPicker({ value, onChange, error }: GroupPickerProps) {
  const { t } = useTranslation('people');
  const { data } = useQuery(groupsQuery());
  if (!data || data.groups.length === 0) return null;
  return (
    <MultiSelect
      label={t('list.groups')}
      description={t('field.groupsHint')}
      placeholder={value.length === 0 ? t('field.noGroups') : undefined}
      value={[...value]}
      error={error}
      searchable
      data={data.groups.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={onChange}
    />
  );
}
