import { Button, Text } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useViewer } from '@/auth/session';
import { ErrorState, ListSection, LoadingState } from '@/design';

import { grantsQuery } from './grant-documents';
import { GrantTable } from './GrantTable';
import { Visits } from './Visits';

/** Apart from the environment's own people: consultants, the operator, and what they did. */
export function AccessSections() {
  const { t } = useTranslation('people');
  const { canManagePeople } = useViewer();
  return (
    <div id="access">
      <ListSection
        title={t('access.consultants.title')}
        description={t('access.consultants.description')}
        actions={
          canManagePeople && (
            <Button
              variant="default"
              leftSection={<IconUserPlus size={16} aria-hidden />}
              renderRoot={(props) => <Link {...props} to="/people/consultants/new" />}
            >
              {t('grant.button')}
            </Button>
          )
        }
      >
        <Grants kind="CONSULTANT" />
      </ListSection>
      <ListSection
        title={t('access.operator.title')}
        description={t('access.operator.description')}
      >
        <Grants kind="OPERATOR" />
      </ListSection>
      <ListSection title={t('visits.title')} description={t('visits.description')}>
        <Visits />
      </ListSection>
    </div>
  );
}

function Grants({ kind }: { kind: 'CONSULTANT' | 'OPERATOR' }) {
  const { t } = useTranslation('people');
  const { data, error, refetch } = useQuery(grantsQuery());
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState kind="list" rows={2} />;
  const grants = data.accessGrants.filter((grant) => grant.kind === kind);
  const key = kind === 'CONSULTANT' ? 'consultants' : 'operator';
  return grants.length === 0 ? (
    <Text p="md" fz="sm" c="dimmed">
      {t(`access.${key}.none`)}
    </Text>
  ) : (
    <GrantTable label={t(`access.${key}.title`)} grants={grants} />
  );
}
