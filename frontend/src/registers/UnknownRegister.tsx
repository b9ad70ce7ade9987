import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { EmptyState, PageHeader } from '@/design';

/** A register that does not exist, or which the viewer may not see: there is no telling which. */
export function UnknownRegister() {
  const { t } = useTranslation('registers');
  return (
    <>
      <PageHeader title={t('unknown.title')} />
      <EmptyState
        title={t('unknown.what')}
        description={t('unknown.detail')}
        action={
          <Button renderRoot={(props) => <Link {...props} to="/" />}>{t('unknown.home')}</Button>
        }
      />
    </>
  );
}
