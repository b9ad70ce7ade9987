import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { PageHeader } from '@/design';

import { recordQuery } from '../record/record-query';
import { registerFormQuery } from '../register-form';
import { UnknownRecord } from '../UnknownRecord';
import { RecordForm } from './RecordForm';

const route = getRouteApi('/authenticated/registers/$formKey/$number/edit');

export function EditRecordPage() {
  const { t } = useTranslation('registers');
  const { formKey, number } = route.useParams();
  const { form } = useSuspenseQuery(registerFormQuery(formKey)).data;
  const { recordByNumber: record } = useSuspenseQuery(recordQuery(formKey, Number(number))).data;
  if (!form || !record) return <UnknownRecord form={form} />;
  return (
    <RecordForm
      key={record.id}
      form={form}
      record={record}
      header={
        <PageHeader
          title={t('edit.editTitle', { code: record.code })}
          help={form.help}
          breadcrumbs={[
            { label: form.name, link: { to: '/registers/$formKey', params: { formKey } } },
            {
              label: record.title,
              link: { to: '/registers/$formKey/$number', params: { formKey, number } },
            },
          ]}
        />
      }
    />
  );
}
