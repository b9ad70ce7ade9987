import { Button, Loader, Popover, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowForwardUp, IconCalendarTime } from '@tabler/icons-react';
import { useRouterState } from '@tanstack/react-router';
import { Suspense, lazy } from 'react';
import { useTranslation } from 'react-i18next';

import { type LookedInto, useLookedAt } from './looked-at';
import classes from './looking-back.module.css';
import { PageLinkButton } from './PageLinkButton';
import { pageTime } from './page-time';
import { LOOKED_AT_ICONS } from './PastBanner';
import { useBackToNow } from './useBackToNow';

const DayChoice = lazy(() => import('./DayChoice'));

/** What is looked at, and the way to another day, from every page. */
export function PastButton() {
  const { t } = useTranslation('lookingBack');
  const looked = useLookedAt();
  const [isOpen, popover] = useDisclosure(false);
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  // What is being made or changed there would be lost.
  const isElsewhere = looked === null && pageTime(pathname) === 'none';
  const Icon = looked ? LOOKED_AT_ICONS[looked.kind] : IconCalendarTime;
  return (
    <Popover
      opened={isOpen}
      onChange={popover.set}
      position="bottom-end"
      width={320}
      shadow="md"
      trapFocus
      returnFocus
      withinPortal={false}
      keepMounted={false}
    >
      <Popover.Target>
        <UnstyledButton
          className={classes.open}
          data-on={looked !== null || undefined}
          aria-label={looked ? t(`openOn.${looked.kind}`, { ...looked }) : t('open')}
          onClick={popover.toggle}
        >
          <Icon size={18} aria-hidden />
          <span className={classes.openLabel}>
            {looked ? t(`on.${looked.kind}`, { ...looked }) : t('open')}
          </span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown}>
        {looked?.kind === 'backup' && <Leave looked={looked} onLeft={popover.close} />}
        <Text fw={600} mb={4}>
          {t('choose.title')}
        </Text>
        {isElsewhere ? (
          <>
            <Text fz="sm" c="dimmed" mb="sm">
              {t('elsewhere')}
            </Text>
            <PageLinkButton to="/" label={t('toDashboard')} onClick={popover.close} />
          </>
        ) : (
          <Suspense fallback={<Loader size="sm" />}>
            <DayChoice day={looked?.kind === 'day' ? looked.day : null} onChosen={popover.close} />
          </Suspense>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

/** Says that one looks into a back-up, and leads out of it. */
function Leave({ looked, onLeft }: { looked: LookedInto; onLeft: () => void }) {
  const { t } = useTranslation('lookingBack');
  const back = useBackToNow();
  return (
    <>
      <Text fz="sm" mb="xs">
        {t('inBackup', { ...looked })}
      </Text>
      <Button
        variant="default"
        size="xs"
        mb="md"
        leftSection={<IconArrowForwardUp size={16} aria-hidden />}
        onClick={() => {
          onLeft();
          back();
        }}
      >
        {t('banner.back')}
      </Button>
    </>
  );
}
