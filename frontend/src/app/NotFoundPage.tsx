import { Button } from '@mantine/core';
import { IconCompassOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { EmptyState } from '@/design';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={<IconCompassOff size={24} />}
      isPage
      title={t('notFound.title')}
      description={t('notFound.detail')}
      action={
        <Button mt="xs" renderRoot={(props) => <Link {...props} to="/" />}>
          {t('notFound.toDashboard')}
        </Button>
      }
    />
  );
}
