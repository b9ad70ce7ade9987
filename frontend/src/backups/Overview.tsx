import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { DateText, IconBadge, Strip } from '@/design';

import type { Backups } from './backup-documents';
import classes from './backups.module.css';
import { KEEPER_LEVEL, TIERS, keeperHealth, verdict } from './health';
import { LEVEL_LOOKS, LevelIcon } from './LevelIcon';
import { PlaceCard } from './PlaceCard';

/** Whether all is well: in one sentence, by store, and whether that judgement can be relied upon. */
export function Overview({ backups }: { backups: Backups }) {
  return (
    <>
      <Verdict backups={backups} />
      <div className={classes.places}>
        {TIERS.flatMap((tier) => backups.places.filter((place) => place.tier === tier)).map(
          (place) => (
            <PlaceCard key={place.tier} place={place} runs={backups.runs} />
          ),
        )}
      </div>
      <Keeper backups={backups} />
    </>
  );
}

function Verdict({ backups }: { backups: Backups }) {
  const { t } = useTranslation('backups');
  const { level, provenAt } = verdict(backups);
  return (
    <Strip
      label={t('verdict.title')}
      icon={<LevelIcon level={level} />}
      isWrong={level === 'wrong'}
    >
      <Text fw={650}>{t(`verdict.${level}`)}</Text>
      <Text fz="sm">
        {provenAt ? (
          <>
            {t('verdict.provenAt')} <DateText value={provenAt} withTime />.
          </>
        ) : (
          t('verdict.nothingProven')
        )}{' '}
        {level === 'wrong' && t('verdict.whom')}
        {level === 'attention' && t('verdict.why')}
      </Text>
    </Strip>
  );
}

function Keeper({ backups }: { backups: Backups }) {
  const { t } = useTranslation('backups');
  const health = keeperHealth(backups);
  const level = KEEPER_LEVEL[health];
  const { Icon, colour } = LEVEL_LOOKS[level];
  return (
    <Strip label={t('keeper.title')} isWrong={level === 'wrong'}>
      <div className={classes.placeHead}>
        <Text fw={600} fz="sm">
          {t('keeper.title')}
        </Text>
        <IconBadge Icon={Icon} colour={colour} label={t(`keeper.badge.${health}`)} />
      </div>
      <Text fz="sm" {...(level === 'wrong' && { fw: 600, c: 'var(--mantine-color-error)' })}>
        {t(`keeper.${health}`)}
        {backups.lastDrillAt && (
          <>
            {' '}
            <DateText value={backups.lastDrillAt} withTime />.
          </>
        )}
      </Text>
      <Text fz="xs" c="dimmed" maw="90ch">
        {t('keeper.means')}
      </Text>
    </Strip>
  );
}
