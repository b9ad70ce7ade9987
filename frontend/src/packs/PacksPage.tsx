import { Badge, Button, Group, Text } from '@mantine/core';
import { IconPackage } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { EmptyState, PageHeader, PlainPage } from '@/design';
import { Panel } from '@/registers/record/Panel';

import { type Pack, packsQuery } from './pack-documents';
import { isCurrent } from './upgrade-words';

/** The packs the registers came from, and whether there is a newer version. */
export function PacksPage() {
  const { t } = useTranslation('packs');
  const { packs } = useSuspenseQuery(packsQuery()).data;
  return (
    <PlainPage header={<PageHeader title={t('title')} description={t('description')} />}>
      {packs.length === 0 && (
        <EmptyState
          icon={<IconPackage size={24} />}
          title={t('none')}
          description={t('noneDetail')}
        />
      )}
      {packs.map((pack) => (
        <PackPanel key={pack.key} pack={pack} />
      ))}
    </PlainPage>
  );
}

function PackPanel({ pack }: { pack: Pack }) {
  const { t } = useTranslation('packs');
  const current = isCurrent(pack);
  return (
    <Panel title={pack.name} description={pack.description}>
      <Group gap="xs" mb="sm">
        <Text size="sm">{t('installed', { version: pack.installedVersion })}</Text>
        <Badge variant="light" color={current ? 'teal' : 'orange'} tt="none">
          {current ? t('current') : t('available', { version: pack.availableVersion })}
        </Badge>
      </Group>
      <Text size="sm" c="dimmed" mb={current ? 0 : 'md'}>
        {t('madeBy', { authors: pack.authors.join(', '), licence: pack.licence })}
      </Text>
      {!current && (
        <Button
          renderRoot={(props) => (
            <Link {...props} to="/settings/packs/$packKey" params={{ packKey: pack.key }} />
          )}
        >
          {t('look', { version: pack.availableVersion })}
        </Button>
      )}
    </Panel>
  );
}
