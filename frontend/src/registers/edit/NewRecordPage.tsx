import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { PageHeader } from '@/design';

import { registerFormQuery } from '../register-form';
import { UnknownRegister } from '../UnknownRegister';
import { RecordForm } from './RecordForm';

const route = getRouteApi('/authenticated/registers/$formKey/new');

export function NewRecordPage() {
  const { t } = useTranslation('registers');
  const { formKey } = route.useParams();
  const { form } = useSuspenseQuery(registerFormQuery(formKey)).data;
  if (!form) return <UnknownRegister />;
  return (
    <RecordForm
      key={form.key}
      form={form}
      header={
        <PageHeader
          title={t('edit.newTitle', { name: form.singularName.toLocaleLowerCase() })}
          help={form.help}
          breadcrumbs={[
            { label: form.name, link: { to: '/registers/$formKey', params: { formKey } } },
          ]}
        />
      }
    />
  );
}
