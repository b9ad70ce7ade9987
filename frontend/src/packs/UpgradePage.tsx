import { Alert, Button, Text } from '@mantine/core';
import { IconCircleCheck, IconPackage } from '@tabler/icons-react';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ConfirmDialog, EmptyState, FormErrors, PageHeader, PlainPage, notify } from '@/design';
import { useWrite } from '@/graphql';

import {
  type FormUpgrade,
  type Pack,
  UpgradePackDocument,
  packUpgradeQuery,
  packsQuery,
} from './pack-documents';
import { FormUpgrades } from './FormUpgrades';
import { isCurrent, upgradeFigures } from './upgrade-words';

const route = getRouteApi('/authenticated/settings/packs/$packKey');

/** What a newer version of a pack would do, before it is done. */
export function UpgradePage() {
  const { t } = useTranslation('packs');
  const { packKey } = route.useParams();
  const pack = useSuspenseQuery(packsQuery()).data.packs.find(({ key }) => key === packKey);
  if (pack) return <PackUpgrade key={pack.key} pack={pack} />;
  return (
    <EmptyState
      isPage
      icon={<IconPackage size={24} />}
      title={t('unknown')}
      description={t('unknownDetail')}
      action={
        <Button renderRoot={(props) => <Link {...props} to="/settings/packs" />}>
          {t('toPacks')}
        </Button>
      }
    />
  );
}

function PackUpgrade({ pack }: { pack: Pack }) {
  const { t } = useTranslation('packs');
  // What was brought in is shown until one leaves: by then there is nothing to bring in any more.
  const [done, setDone] = useState<{ version: string; upgrades: FormUpgrade[] } | null>(null);
  return (
    <PlainPage
      header={
        <PageHeader
          title={t('upgradeTitle', { name: pack.name })}
          description={
            done
              ? undefined
              : t('upgradeDescription', {
                  from: pack.installedVersion,
                  to: pack.availableVersion,
                })
          }
          breadcrumbs={[{ label: t('title'), link: { to: '/settings/packs' } }]}
        />
      }
    >
      {done ? (
        <Brought version={done.version} upgrades={done.upgrades} />
      ) : isCurrent(pack) ? (
        <EmptyState
          icon={<IconCircleCheck size={24} />}
          title={t('upToDate')}
          description={t('upToDateDetail', { version: pack.installedVersion })}
        />
      ) : (
        <Preview
          pack={pack}
          onDone={(upgrades) => {
            setDone({ version: pack.availableVersion, upgrades });
          }}
        />
      )}
    </PlainPage>
  );
}

interface PreviewProps {
  pack: Pack;
  onDone: (upgrades: FormUpgrade[]) => void;
}

function Preview({ pack, onDone }: PreviewProps) {
  const { t } = useTranslation('packs');
  const queryClient = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const upgrades = useSuspenseQuery(packUpgradeQuery(pack.key)).data.packUpgrade;
  const { write, isPending, general } = useWrite(UpgradePackDocument, {
    payload: (reply) => reply.upgradePack,
  });
  const upgrade = async () => {
    const answer = await write({ input: { key: pack.key, version: pack.availableVersion } });
    setIsAsking(false);
    if (!answer) {
      // Another version may have come meanwhile: what is shown must be what would be done.
      await queryClient.invalidateQueries({ predicate: ({ queryKey: [name] }) => isOfPacks(name) });
      return;
    }
    notify({ message: t('done', { name: pack.name, version: pack.availableVersion }) });
    onDone(answer.upgrades);
    // Every register may look otherwise now.
    await queryClient.invalidateQueries({ predicate: ({ queryKey: [name] }) => name !== 'Viewer' });
  };
  return (
    <>
      <FormErrors errors={general} />
      <Summary upgrades={upgrades} />
      <FormUpgrades upgrades={upgrades} />
      <Button
        mt="lg"
        onClick={() => {
          setIsAsking(true);
        }}
      >
        {t('upgrade', { version: pack.availableVersion })}
      </Button>
      <ConfirmDialog
        opened={isAsking}
        onClose={() => {
          setIsAsking(false);
        }}
        onConfirm={() => void upgrade()}
        title={t('confirm.title', { name: pack.name, version: pack.availableVersion })}
        message={t('confirm.message')}
        confirmLabel={t('confirm.button')}
        isPending={isPending}
      />
    </>
  );
}

const isOfPacks = (name: unknown) => name === 'Packs' || name === 'PackUpgrade';

function Summary({ upgrades }: { upgrades: FormUpgrade[] }) {
  const { t } = useTranslation('packs');
  const { added, changed, kept, blocked } = upgradeFigures(upgrades);
  if (upgrades.length === 0) return <Text mb="md">{t('summary.nothing')}</Text>;
  return (
    <Text mb="md">
      {[
        added > 0 && t('summary.added', { count: added }),
        changed > 0 && t('summary.changed', { count: changed }),
        kept > 0 && t('summary.kept', { count: kept }),
        blocked > 0 && t('summary.blocked', { count: blocked }),
      ]
        .filter(Boolean)
        .join(' ')}
    </Text>
  );
}

function Brought({ version, upgrades }: { version: string; upgrades: FormUpgrade[] }) {
  const { t } = useTranslation('packs');
  return (
    <>
      <Alert color="teal" mb="md" icon={<IconCircleCheck aria-hidden />} role="status">
        {t('brought', { version })}
      </Alert>
      <Summary upgrades={upgrades} />
      <FormUpgrades upgrades={upgrades} />
    </>
  );
}
