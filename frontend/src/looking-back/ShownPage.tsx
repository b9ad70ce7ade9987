import { Button, Group } from '@mantine/core';
import { IconCalendarTime } from '@tabler/icons-react';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { EmptyState } from '@/design';

import { type LookedAt, useLookedAt } from './looked-at';
import { PageLinkButton } from './PageLinkButton';
import { pageTime } from './page-time';
import { useBackToNow } from './useBackToNow';

/** The page of the address; while one looks back, not one that is there for changing things. */
export function ShownPage() {
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const looked = useLookedAt();
  return looked && pageTime(pathname) === 'none' ? <NoPast looked={looked} /> : <Outlet />;
}

function NoPast({ looked }: { looked: LookedAt }) {
  const { t } = useTranslation('lookingBack');
  const back = useBackToNow();
  return (
    <EmptyState
      isPage
      icon={<IconCalendarTime size={24} />}
      title={t('noPast.title')}
      description={t(`noPast.detail.${looked.kind}`, { ...looked })}
      action={
        <Group gap="xs" justify="center">
          <PageLinkButton to="/" label={t('toDashboard')} />
          <Button onClick={back}>{t('banner.back')}</Button>
        </Group>
      }
    />
  );
}
