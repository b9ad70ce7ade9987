import { Loader, Popover, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCalendarTime } from '@tabler/icons-react';
import { useRouterState } from '@tanstack/react-router';
import { Suspense, lazy } from 'react';
import { useTranslation } from 'react-i18next';

import { PageLinkButton } from './PageLinkButton';
import { useAsOf } from './as-of';
import classes from './looking-back.module.css';
import { pageTime } from './page-time';

const DayChoice = lazy(() => import('./DayChoice'));

/** The way to another day, from every page. */
export function AsOfButton() {
  const { t } = useTranslation('lookingBack');
  const day = useAsOf();
  const [isOpen, popover] = useDisclosure(false);
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  // What is being made or changed there would be lost.
  const isElsewhere = day === null && pageTime(pathname) === 'none';
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
          data-on={day !== null || undefined}
          aria-label={day === null ? t('open') : t('openOn', { day })}
          onClick={popover.toggle}
        >
          <IconCalendarTime size={18} aria-hidden />
          <span className={classes.openLabel}>{day === null ? t('open') : t('on', { day })}</span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown}>
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
            <DayChoice day={day} onChosen={popover.close} />
          </Suspense>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
