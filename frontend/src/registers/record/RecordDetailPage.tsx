import { Button, Group } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { PageHeader, RecordPage, StatusBadge } from '@/design';
import { RecordPdfButton } from '@/exporting/RecordPdfButton';

import { Comments } from '../comments/Comments';
import { CommentsLink } from '../comments/CommentsLink';
import { LifecycleBanner } from '../lifecycle/LifecycleBanner';
import { RecordMenu } from '../lifecycle/RecordMenu';
import { type RegisterForm, registerFormQuery } from '../register-form';
import { RegisterPrintHeader } from '../RegisterPrintHeader';
import { TakeButton } from '../taking/TakeButton';
import { useTakingFrom } from '../taking/useTakingFrom';
import { UnknownRecord } from '../UnknownRecord';
import { History } from './History';
import { Measures } from './Measures';
import { splitMeasures } from './measure-links';
import { RecordFacts } from './RecordFacts';
import { RecordFields } from './RecordFields';
import { type RecordDetail, recordQuery } from './record-query';
import { ReferencedBy } from './ReferencedBy';
import { StatusMenu } from './StatusMenu';

const route = getRouteApi('/authenticated/registers/$formKey/$number');

export function RecordDetailPage() {
  const { formKey, number } = route.useParams();
  const { form } = useSuspenseQuery(registerFormQuery(formKey)).data;
  const { recordByNumber: record } = useSuspenseQuery(recordQuery(formKey, Number(number))).data;
  return form && record ? (
    <RecordView form={form} record={record} />
  ) : (
    <UnknownRecord form={form} />
  );
}

function RecordView({ form, record }: { form: RegisterForm; record: RecordDetail }) {
  const { label, colour, kind } = record.status;
  const { nodes, totalCount } = record.referencedBy;
  const [measures, others] = splitMeasures(nodes);
  const hidden = totalCount - nodes.length;
  return (
    <RecordPage
      header={
        <>
          <RegisterPrintHeader register={form.name} code={record.code} />
          <PageHeader
            title={record.title}
            breadcrumbs={[
              {
                label: form.name,
                link: { to: '/registers/$formKey', params: { formKey: form.key } },
              },
            ]}
            description={
              <Group gap="sm">
                {record.code}
                <CommentsLink recordId={record.id} />
              </Group>
            }
            badges={<StatusBadge label={label} colour={colour} kind={kind} />}
            actions={<RecordActions form={form} record={record} />}
          />
          <LifecycleBanner record={record} />
        </>
      }
      aside={
        <>
          <RecordFacts record={record} />
          {(form.allowsMeasures || measures.length > 0) && (
            <Measures formKey={form.key} record={record} measures={measures} />
          )}
          <ReferencedBy references={others} hidden={hidden} />
          <History recordId={record.id} />
        </>
      }
    >
      <RecordFields form={form} record={record} />
      <Comments recordId={record.id} canComment={record.viewerCanComment} />
    </RecordPage>
  );
}

function RecordActions({ form, record }: { form: RegisterForm; record: RecordDetail }) {
  const { t } = useTranslation('registers');
  const takingFrom = useTakingFrom();
  return (
    <>
      {takingFrom && <TakeButton form={form} records={[record]} restoreId={takingFrom.restoreId} />}
      <RecordPdfButton record={record} />
      {record.viewerCanEdit && (
        <>
          <StatusMenu form={form} record={record} />
          <Button
            leftSection={<IconPencil size={16} aria-hidden />}
            renderRoot={(props) => (
              <Link
                {...props}
                to="/registers/$formKey/$number/edit"
                params={{ formKey: form.key, number: String(record.number) }}
              />
            )}
          >
            {t('record.edit')}
          </Button>
        </>
      )}
      <RecordMenu form={form} record={record} />
    </>
  );
}
