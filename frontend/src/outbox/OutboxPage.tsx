import { Anchor, Group, Text } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useEnvironment } from '@/auth/session';
import { EmptyState, ErrorState, LoadingState, Logo, PageHeader } from '@/design';
import { changeLanguage } from '@/i18n';
import { LanguageMenu } from '@/settings/LanguageMenu';

import { MailList } from './MailList';
import { MailView } from './MailView';
import classes from './OutboxPage.module.css';
import { outboxQuery } from './outbox-documents';

const route = getRouteApi('/outbox');
const PAGE_SIZE = 20;
const MOST = 100;

/** The mails the demo would have sent, to be read in place of those who would have got them. */
export function OutboxPage() {
  const { t } = useTranslation('outbox');
  const environment = useEnvironment();
  return (
    <>
      <header className={classes.bar}>
        <Logo size={26} />
        <Text size="sm" c="dimmed" className={classes.environment}>
          {environment.name}
        </Text>
        <Group gap="md" ml="auto" wrap="nowrap">
          <LanguageMenu onChange={(language) => void changeLanguage(language)} />
          <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/" />}>
            {t('toApp')}
          </Anchor>
        </Group>
      </header>
      <main className={classes.page}>
        <PageHeader title={t('title')} description={t('description')} help={t('help')} />
        <Mails />
      </main>
    </>
  );
}

function Mails() {
  const { t } = useTranslation('outbox');
  const { mail: chosenId } = route.useSearch();
  const [first, setFirst] = useState(PAGE_SIZE);
  const { data, error, refetch } = useQuery({
    ...outboxQuery(first),
    placeholderData: (before) => before,
  });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState kind="list" />;
  const { nodes: mails, pageInfo } = data.outbox;
  const [newest] = mails;
  if (!newest) {
    return (
      <EmptyState
        icon={<IconInbox size={24} />}
        title={t('empty.title')}
        description={t('empty.detail')}
      />
    );
  }
  const shown = mails.find(({ id }) => id === chosenId) ?? newest;
  return (
    <div className={classes.mails}>
      <MailList
        mails={mails}
        shownId={shown.id}
        onMore={
          pageInfo.hasNextPage && first < MOST
            ? () => {
                setFirst((count) => Math.min(MOST, count + PAGE_SIZE));
              }
            : null
        }
      />
      <MailView key={shown.id} mail={shown} />
    </div>
  );
}
