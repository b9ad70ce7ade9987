import { Alert, Badge, Group, List, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { ChangeList } from '@/forms/publish/ChangeList';
import { Panel } from '@/registers/record/Panel';

import type { FormUpgrade } from './pack-documents';

/** Register by register: what is new, what changes, and what of one's own stays. */
export function FormUpgrades({ upgrades }: { upgrades: readonly FormUpgrade[] }) {
  return upgrades.map((upgrade) => <UpgradePanel key={upgrade.key} upgrade={upgrade} />);
}

function UpgradePanel({ upgrade }: { upgrade: FormUpgrade }) {
  const { t } = useTranslation('packs');
  const { name, isNew, changes, conflicts, obstacle } = upgrade;
  return (
    <Panel title={name}>
      {isNew && (
        <Group mb={changes.length > 0 ? 'sm' : 0}>
          <Badge variant="light" tt="none">
            {t('form.new')}
          </Badge>
        </Group>
      )}
      {obstacle !== null && (
        <Alert color="orange" icon={<IconAlertTriangle aria-hidden />} title={t('form.blocked')}>
          {obstacle === 'OWN_FORM_WITH_THIS_KEY'
            ? t('form.ownKey')
            : t('form.obstacle', { problem: obstacle })}
        </Alert>
      )}
      {!isNew && <ChangeList changes={changes} />}
      {conflicts.length > 0 && (
        <>
          <Text fz="sm" fw={600} mt="md" mb={4}>
            {t('form.keeps')}
          </Text>
          <List size="sm">
            {conflicts.map(({ path, kept, offered }) => (
              <List.Item key={path}>
                {t('form.kept', { kept: kept || '–', offered: offered || '–' })}{' '}
                <Text span c="dimmed" fz="xs">
                  ({path})
                </Text>
              </List.Item>
            ))}
          </List>
        </>
      )}
    </Panel>
  );
}
