import { Button, Group } from '@mantine/core';
import { IconCalendarTime } from '@tabler/icons-react';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { EmptyState } from '@/design';

import { useBackToNow } from './AsOfBanner';
import { PageLinkButton } from './PageLinkButton';
import { useAsOf } from './as-of';
import { pageTime } from './page-time';

/** The page of the address; while one looks back, not one that is there for changing things. */
export function ShownPage() {
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const day = useAsOf();
  return day !== null && pageTime(pathname) === 'none' ? <NoPast day={day} /> : <Outlet />;
}

function NoPast({ day }: { day: string }) {
  const { t } = useTranslation('lookingBack');
  const back = useBackToNow();
  return (
    <EmptyState
      isPage
      icon={<IconCalendarTime size={24} />}
      title={t('noPast.title')}
      description={t('noPast.detail', { day })}
      action={
        <Group gap="xs" justify="center">
          <PageLinkButton to="/" label={t('toDashboard')} />
          <Button onClick={back}>{t('banner.back')}</Button>
        </Group>
      }
    />
  );
}
