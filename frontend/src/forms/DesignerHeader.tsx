import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { PageHeader } from '@/design';

import { useDesign } from './useDesigner';

/** What is designed here; `name` is that of the published register, null for a new one. */
export function DesignerHeader({ name }: { name: string | null }) {
  const { t } = useTranslation('forms');
  const { formKey } = useDesign();
  if (name === null || formKey === null) {
    return <PageHeader title={t('title')} description={t('description')} />;
  }
  return (
    <PageHeader
      title={t('designTitle', { name })}
      description={t('designDescription')}
      breadcrumbs={[{ label: name, link: { to: '/registers/$formKey', params: { formKey } } }]}
      actions={
        <Button
          variant="default"
          leftSection={<IconHistory size={16} aria-hidden />}
          renderRoot={(props) => (
            <Link {...props} to="/registers/$formKey/revisions" params={{ formKey }} />
          )}
        >
          {t('life.revisions')}
        </Button>
      }
    />
  );
}
