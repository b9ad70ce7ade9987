import { IconUserOff } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { Alert, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { EmptyState, LevelBadge, PageHeader, RecordPage } from '@/design';
import { Panel } from '@/registers/record/Panel';

import { AccountStatusBadge } from './AccountBadges';
import { DetailsForm } from './DetailsForm';
import { type Account, accountQuery } from './people-documents';
import { PersonActions } from './PersonActions';
import { PersonFacts } from './PersonFacts';
import { SignInNames } from './SignInNames';

const route = getRouteApi('/authenticated/people/$id');

export function PersonPage() {
  const { id } = route.useParams();
  const { account } = useSuspenseQuery(accountQuery(id)).data;
  return account ? <Person account={account} /> : <UnknownPerson />;
}

function Person({ account }: { account: Account }) {
  const { t } = useTranslation('people');
  return (
    <RecordPage
      header={
        <PageHeader
          title={account.user.displayName}
          help={t('person.help')}
          breadcrumbs={[{ label: t('title'), link: { to: '/people' } }]}
          badges={
            <>
              <AccountStatusBadge status={account.status} />
              {account.kind !== 'MEMBER' && (
                <LevelBadge label={t(`kind.${account.kind}`)} colour="grape" />
              )}
            </>
          }
          actions={<PersonActions account={account} />}
        />
      }
      aside={<PersonFacts account={account} />}
    >
      {account.kind !== 'MEMBER' && <Outsider />}
      <Panel title={t('person.details')}>
        <DetailsForm key={account.version} account={account} />
      </Panel>
      <Panel title={t('person.signIn')}>
        <SignInNames account={account} />
      </Panel>
    </RecordPage>
  );
}

/** Their access is a grant, which has its own place. */
function Outsider() {
  const { t } = useTranslation('people');
  return (
    <Alert color="grape" mb="md">
      {t('person.outsider')}{' '}
      <Link to="/people" hash="access" style={{ color: 'inherit' }}>
        {t('person.toAccess')}
      </Link>
    </Alert>
  );
}

function UnknownPerson() {
  const { t } = useTranslation('people');
  return (
    <EmptyState
      icon={<IconUserOff size={24} />}
      isPage
      title={t('person.unknown.title')}
      description={t('person.unknown.detail')}
      action={
        <Button mt="xs" renderRoot={(props) => <Link {...props} to="/people" />}>
          {t('person.unknown.back')}
        </Button>
      }
    />
  );
}
