import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { PageHeader } from '@/design';

import { MEASURES } from '../record/measure-links';
import { recordQuery } from '../record/record-query';
import { registerFormQuery } from '../register-form';
import { UnknownRegister } from '../UnknownRegister';
import type { EditValues } from './edit-value';
import { RecordForm } from './RecordForm';

const route = getRouteApi('/authenticated/registers/$formKey/new');

export function NewRecordPage() {
  const { source } = route.useSearch();
  const [, formKey, number] = /^(.+)\.(\d+)$/.exec(source ?? '') ?? [];
  if (!formKey || !number) return <NewRecord />;
  return <RecordFor formKey={formKey} number={Number(number)} />;
}

/** A new record that is made for another one: it begins with the link to that. */
function RecordFor({ formKey, number }: { formKey: string; number: number }) {
  const { recordByNumber: record } = useSuspenseQuery(recordQuery(formKey, number)).data;
  if (!record) return <NewRecord />;
  const option = { id: record.id, label: `${record.code} ${record.title}` };
  return <NewRecord begin={{ [MEASURES.fieldKey]: { kind: 'REFERENCE', records: [option] } }} />;
}

function NewRecord({ begin }: { begin?: EditValues }) {
  const { t } = useTranslation('registers');
  const { formKey } = route.useParams();
  const { form } = useSuspenseQuery(registerFormQuery(formKey)).data;
  if (!form) return <UnknownRegister />;
  return (
    <RecordForm
      key={form.key}
      form={form}
      begin={begin}
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
