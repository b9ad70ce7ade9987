import { Alert, List, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { useViewer } from '@/auth/session';
import { ErrorState, PageHeader, PlainPage } from '@/design';
import { AppError } from '@/graphql';
import { Panel } from '@/registers/record/Panel';

import { ArchiveForm } from './ArchiveForm';

const ITEMS = ['registers', 'files', 'database', 'log', 'explanation'] as const;

/** Everything the environment holds, in one file that is the customer's own. */
export function ArchivePage() {
  const { t } = useTranslation('archive');
  const { canTakeArchive } = useViewer();
  const header = <PageHeader title={t('title')} description={t('description')} help={t('help')} />;
  if (!canTakeArchive) {
    return (
      <PlainPage header={header}>
        <ErrorState error={new AppError('FORBIDDEN')} />
      </PlainPage>
    );
  }
  return (
    <PlainPage header={header}>
      <Panel title={t('contents.title')}>
        <List size="sm" spacing={4}>
          {ITEMS.map((item) => (
            <List.Item key={item}>{t(`contents.items.${item}`)}</List.Item>
          ))}
        </List>
        <Text fz="sm" mt="md" maw="72ch">
          {t('contents.leftOut')}
        </Text>
      </Panel>
      <Panel title={t('encryption.title')}>
        <Alert
          color="orange"
          icon={<IconAlertTriangle aria-hidden />}
          title={t('warning.title')}
          mb="md"
        >
          {t('warning.detail')}
        </Alert>
        <ArchiveForm />
      </Panel>
    </PlainPage>
  );
}
