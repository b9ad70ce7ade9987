import { Button, Group, Loader, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconArrowForwardUp, IconCalendarTime } from '@tabler/icons-react';
import { useIsFetching } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { OF_TODAY } from '@/graphql/of-today';

import { useAsOf } from './as-of';
import classes from './looking-back.module.css';
import { pageTime } from './page-time';
import { useSwitchDay } from './useSwitchDay';

/** On every page while one looks back: which day is shown, and the way to now. */
export function AsOfBanner() {
  const day = useAsOf();
  // Always there, so that screen readers tell what comes into it.
  return <div role="status">{day !== null && <Banner day={day} />}</div>;
}

function Banner({ day }: { day: string }) {
  const { t } = useTranslation('lookingBack');
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const isSlow = useIsSlow();
  const back = useBackToNow();
  return (
    <Group className={classes.banner} gap="sm" wrap="nowrap">
      <IconCalendarTime size={22} aria-hidden className={classes.bannerIcon} />
      <div className={classes.bannerText}>
        <Text fz="sm" fw={550}>
          {t(`banner.${pageTime(pathname)}`, { day })}
        </Text>
        {isSlow && (
          <Group gap={6}>
            <Loader size={12} color="currentColor" aria-hidden />
            <Text fz="sm">{t('banner.busy')}</Text>
          </Group>
        )}
      </div>
      <Button
        variant="white"
        size="xs"
        className={classes.bannerButton}
        leftSection={<IconArrowForwardUp size={16} aria-hidden />}
        onClick={back}
      >
        {t('banner.back')}
      </Button>
    </Group>
  );
}

const SLOW_MS = 1000;

/** A day that was not looked at for a while has to be prepared again, which takes seconds. */
function useIsSlow(): boolean {
  const isFetching =
    useIsFetching({
      predicate: ({ queryKey: [name] }) => typeof name !== 'string' || !OF_TODAY.has(name),
    }) > 0;
  const [wasFetching] = useDebouncedValue(isFetching, SLOW_MS);
  return isFetching && wasFetching;
}

/** To now; the cursor goes to the page, as the banner is gone. */
export function useBackToNow(): () => void {
  const switchDay = useSwitchDay();
  return () => {
    switchDay(null);
    document.getElementById('content')?.focus({ preventScroll: true });
  };
}
