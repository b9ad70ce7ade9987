import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { DateText, IconBadge } from '@/design';

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
  const { level, provenAt } = verdict(backups, new Date());
  return (
    <section
      className={classes.strip}
      aria-label={t('verdict.title')}
      data-wrong={level === 'wrong'}
    >
      <LevelIcon level={level} />
      <div className={classes.words}>
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
      </div>
    </section>
  );
}

function Keeper({ backups }: { backups: Backups }) {
  const { t } = useTranslation('backups');
  const health = keeperHealth(backups, new Date());
  const level = KEEPER_LEVEL[health];
  const { Icon, colour } = LEVEL_LOOKS[level];
  return (
    <section
      className={classes.strip}
      aria-label={t('keeper.title')}
      data-wrong={level === 'wrong'}
    >
      <div className={classes.words}>
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
      </div>
    </section>
  );
}
