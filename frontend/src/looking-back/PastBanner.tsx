import { Button, Group, Loader, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import {
  IconArrowForwardUp,
  IconCalendarTime,
  IconDatabaseSearch,
  IconX,
} from '@tabler/icons-react';
import { useIsFetching } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { OF_TODAY } from '@/graphql/of-today';

import { type LookedAt, useLookedAt } from './looked-at';
import classes from './looking-back.module.css';
import { pageTime } from './page-time';
import { useBackToNow } from './useBackToNow';
import { useCloseBackup } from './useCloseBackup';

/** On every page while one looks back, or into a back-up: what is shown, and the way to now. */
export function PastBanner() {
  const looked = useLookedAt();
  // Always there, so that screen readers tell what comes into it.
  return <div role="status">{looked && <Banner looked={looked} />}</div>;
}

export const LOOKED_AT_ICONS = {
  day: IconCalendarTime,
  backup: IconDatabaseSearch,
} satisfies Record<LookedAt['kind'], unknown>;

function Banner({ looked }: { looked: LookedAt }) {
  const { t } = useTranslation('lookingBack');
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const isSlow = useIsSlow();
  const back = useBackToNow();
  const Icon = LOOKED_AT_ICONS[looked.kind];
  return (
    <Group className={classes.banner} gap="sm" wrap="nowrap">
      <Icon size={22} aria-hidden className={classes.bannerIcon} />
      <div className={classes.bannerText}>
        <Text fz="sm" fw={550}>
          {t(`banner.${looked.kind}.${pageTime(pathname)}`, { ...looked })}
        </Text>
        {isSlow && (
          <Group gap={6}>
            <Loader size={12} color="currentColor" aria-hidden />
            <Text fz="sm">{t(`banner.busy.${looked.kind}`)}</Text>
          </Group>
        )}
      </div>
      <Group gap="xs" className={classes.bannerButtons}>
        <Button
          variant="white"
          size="xs"
          leftSection={<IconArrowForwardUp size={16} aria-hidden />}
          onClick={back}
        >
          {t('banner.back')}
        </Button>
        {looked.kind === 'backup' && <CloseButton restoreId={looked.restoreId} />}
      </Group>
    </Group>
  );
}

/** Nobody looks into it any more; else it stays open until its time is over. */
function CloseButton({ restoreId }: { restoreId: string }) {
  const { t } = useTranslation('lookingBack');
  const { close, isPending } = useCloseBackup();
  return (
    <Button
      variant="white"
      size="xs"
      loading={isPending}
      leftSection={<IconX size={16} aria-hidden />}
      onClick={() => void close(restoreId, t('banner.closed'))}
    >
      {t('banner.close')}
    </Button>
  );
}

const SLOW_MS = 1000;

/** What was not looked at for a while has to be prepared again, which takes seconds. */
function useIsSlow(): boolean {
  const isFetching =
    useIsFetching({
      predicate: ({ queryKey: [name] }) => typeof name !== 'string' || !OF_TODAY.has(name),
    }) > 0;
  const [wasFetching] = useDebouncedValue(isFetching, SLOW_MS);
  return isFetching && wasFetching;
}
