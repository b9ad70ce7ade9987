import { Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';

import { DateText, IconBadge, RelativeTime } from '@/design';

import type { BackupPlace, BackupRun } from './backup-documents';
import classes from './backups.module.css';
import { PLACE_LEVEL, placeHealth } from './health';
import { LEVEL_LOOKS } from './LevelIcon';

interface PlaceCardProps {
  place: BackupPlace;
  runs: readonly BackupRun[];
}

/** One of the two stores: what lies there, and whether that is as it should be. */
export function PlaceCard({ place, runs }: PlaceCardProps) {
  const { t } = useTranslation('backups');
  const id = useId();
  const { tier, lastTakenAt, lastProvenTakenAt, nextAt, overdueSince } = place;
  const health = placeHealth(place, runs);
  const { Icon, colour } = LEVEL_LOOKS[PLACE_LEVEL[health]];
  return (
    <section
      className={classes.place}
      aria-labelledby={id}
      data-wrong={PLACE_LEVEL[health] === 'wrong'}
    >
      <div className={classes.placeHead}>
        <Title order={2} size="h3" id={id}>
          {t(`store.${tier}`)}
        </Title>
        <IconBadge Icon={Icon} colour={colour} label={t(`place.health.${health}`)} />
      </div>
      <Text fz="sm" c="dimmed">
        {t(`storeWhere.${tier}`)}
      </Text>
      {overdueSince && (
        <Text fz="sm" fw={600} c="var(--mantine-color-error)" mt="xs">
          {t('place.overdue')} <DateText value={overdueSince} withTime /> (
          <RelativeTime value={overdueSince} />
          ).
        </Text>
      )}
      {(health === 'refuted' || health === 'unproven') && (
        <Text fz="sm" fw={600} mt="xs">
          {t(`place.${health}`)}
        </Text>
      )}
      <dl className={classes.moments}>
        <Moment label={t('place.last')} at={lastTakenAt} none={t('place.never')} />
        <Moment label={t('place.proven')} at={lastProvenTakenAt} none={t('place.never')}>
          {lastProvenTakenAt && t('place.provenMeans')}
        </Moment>
        <Moment label={t('place.next')} at={nextAt} none={t('place.never')} />
      </dl>
    </section>
  );
}

interface MomentProps {
  label: string;
  at: string | null | undefined;
  none: string;
  children?: ReactNode;
}

function Moment({ label, at, none, children }: MomentProps) {
  return (
    <div className={classes.moment}>
      <dt>{label}</dt>
      <dd>
        {at ? (
          <>
            <span className={classes.age}>
              <RelativeTime value={at} />
            </span>
            <Text component="span" fz="xs" c="dimmed" display="block">
              <DateText value={at} withTime />
            </Text>
          </>
        ) : (
          none
        )}
        {children && (
          <Text component="span" fz="xs" c="dimmed" display="block">
            {children}
          </Text>
        )}
      </dd>
    </div>
  );
}
