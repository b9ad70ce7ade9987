import { Group, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { ChoiceFilter } from '@/design';

import { type BackupFilter, SHOWN_STATES } from './backup-state';
import { TIERS } from './health';

interface BackupToolbarProps {
  filter: BackupFilter;
  onChange: (filter: BackupFilter) => void;
}

export function BackupToolbar({ filter, onChange }: BackupToolbarProps) {
  const { t } = useTranslation('backups');
  return (
    <Group gap="xs" justify="space-between">
      <Title order={2}>{t('list.title')}</Title>
      <Group gap="xs">
        <ChoiceFilter
          label={t('list.store')}
          options={TIERS.map((tier) => ({ value: tier, label: t(`store.${tier}`) }))}
          value={filter.tiers}
          onChange={(tiers) => {
            onChange({ ...filter, tiers });
          }}
        />
        <ChoiceFilter
          label={t('list.state')}
          options={SHOWN_STATES.map((state) => ({ value: state, label: t(`state.${state}`) }))}
          value={filter.states}
          onChange={(states) => {
            onChange({ ...filter, states });
          }}
        />
      </Group>
    </Group>
  );
}
