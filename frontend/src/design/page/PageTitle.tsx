import { Title } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** A page's only `h1`, which is the name of the browser tab too. */
export function PageTitle({ children }: { children: string }) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${children} · ${t('product')}`;
  }, [children, t]);
  return (
    <Title order={1} style={{ overflowWrap: 'anywhere' }}>
      {children}
    </Title>
  );
}
