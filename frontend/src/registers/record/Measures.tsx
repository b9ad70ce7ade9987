import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useRegisterMenu } from '@/app/registers';
import { StatusBadge } from '@/design';

import { RecordLink } from '../value/RecordLink';
import { MEASURES } from './measure-links';
import { Panel } from './Panel';
import type { RecordDetail } from './record-query';

type Reference = RecordDetail['referencedBy']['nodes'][number];

interface MeasuresProps {
  formKey: string;
  record: RecordDetail;
  measures: readonly Reference[];
}

/** What is done about a record: its measures, and a way to add one that belongs to it. */
export function Measures({ formKey, record, measures }: MeasuresProps) {
  const { t } = useTranslation('registers');
  const register = useRegisterMenu().find(({ key }) => key === MEASURES.formKey);
  if (!register) return null;
  const mayAdd = register.viewerCanCreate && !record.isDeleted;
  return (
    <Panel title={t('measures.title', { count: measures.length })}>
      {measures.length === 0 && (
        <Text fz="sm" c="dimmed">
          {t('measures.none')}
        </Text>
      )}
      <Stack gap="xs">
        {measures.map(({ record: measure }) => (
          <Group key={measure.id} gap="xs" justify="space-between" wrap="nowrap">
            <RecordLink record={measure} />
            <StatusBadge {...measure.status} />
          </Group>
        ))}
      </Stack>
      {mayAdd && (
        <Button
          mt="sm"
          size="compact-sm"
          variant="light"
          leftSection={<IconPlus size={14} aria-hidden />}
          renderRoot={(props) => (
            <Link
              {...props}
              to="/registers/$formKey/new"
              params={{ formKey: MEASURES.formKey }}
              search={{ source: `${formKey}.${String(record.number)}` }}
            />
          )}
        >
          {t('measures.add')}
        </Button>
      )}
    </Panel>
  );
}
