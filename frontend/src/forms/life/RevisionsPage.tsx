import { Badge, Button, Group } from '@mantine/core';
import { IconForms } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { DataTable, DateText, ListPage, PageHeader } from '@/design';
import { UnknownRegister } from '@/registers/UnknownRegister';

import { formRevisionsQuery } from './life-documents';

const route = getRouteApi('/authenticated/registers/$formKey/revisions');
const PAGE = 50;

/** Which revisions of a register's form were published, when and by whom. */
export function RevisionsPage() {
  const { t } = useTranslation('forms');
  const { formKey } = route.useParams();
  const [after, setAfter] = useState<string | null>(null);
  const { form } = useSuspenseQuery(formRevisionsQuery(formKey, PAGE, after)).data;
  if (!form) return <UnknownRegister />;
  const { nodes, pageInfo } = form.revisions;
  return (
    <ListPage
      header={
        <PageHeader
          title={t('life.revisionsTitle', { name: form.name })}
          description={t('life.revisionsDescription')}
          breadcrumbs={[
            { label: form.name, link: { to: '/registers/$formKey', params: { formKey } } },
          ]}
          actions={
            form.viewerCanDesign && (
              <Button
                variant="default"
                leftSection={<IconForms size={16} aria-hidden />}
                renderRoot={(props) => (
                  <Link {...props} to="/registers/$formKey/design" params={{ formKey }} />
                )}
              >
                {t('life.design')}
              </Button>
            )
          }
        />
      }
      footer={
        (after !== null || pageInfo.hasNextPage) && (
          <Group mt="md">
            {after !== null && (
              <Button
                variant="default"
                onClick={() => {
                  setAfter(null);
                }}
              >
                {t('life.newest')}
              </Button>
            )}
            {pageInfo.hasNextPage && (
              <Button
                variant="default"
                onClick={() => {
                  setAfter(pageInfo.endCursor);
                }}
              >
                {t('life.older')}
              </Button>
            )}
          </Group>
        )
      }
    >
      <DataTable
        label={t('life.revisions')}
        rows={nodes}
        rowId={({ number }) => String(number)}
        columns={[
          {
            id: 'number',
            label: t('life.revision'),
            cell: ({ number }) => (
              <Group gap="xs">
                {number}
                {number === form.revision && (
                  <Badge variant="light" tt="none">
                    {t('life.inUse')}
                  </Badge>
                )}
              </Group>
            ),
          },
          {
            id: 'at',
            label: t('life.publishedAt'),
            cell: ({ publishedAt }) => <DateText value={publishedAt} withTime />,
          },
          {
            id: 'by',
            label: t('life.publishedBy'),
            cell: ({ publishedBy }) => publishedBy?.displayName ?? t('life.product'),
          },
        ]}
      />
    </ListPage>
  );
}
