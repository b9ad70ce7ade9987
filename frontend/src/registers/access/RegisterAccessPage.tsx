import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useViewer } from '@/auth/session';
import { ErrorState, FormPage, PageHeader, notify } from '@/design';
import { AppError, useWrite } from '@/graphql';

import { LeaveGuard } from '../edit/LeaveGuard';
import { Panel } from '../record/Panel';
import { UnknownRegister } from '../UnknownRegister';
import {
  ACCESS_QUERIES,
  type AccessForm,
  type AccessGroup,
  SetFormAccessDocument,
  registerAccessQuery,
} from './access-documents';
import { type AccessDraft, draftOf, isSame, toAccess } from './access-draft';
import { AccessWords } from './AccessWords';
import { GroupRights } from './GroupRights';
import { RoleRights } from './RoleRights';

const route = getRouteApi('/authenticated/registers/$formKey/access');

export function RegisterAccessPage() {
  const { formKey } = route.useParams();
  const { form, groups } = useSuspenseQuery(registerAccessQuery(formKey)).data;
  if (!form) return <UnknownRegister />;
  if (!form.access) return <ErrorState error={new AppError('FORBIDDEN')} />;
  // Keyed by what is saved: after saving, the form begins with what the server made of it.
  return <RegisterAccess key={JSON.stringify(form.access)} form={form} groups={groups} />;
}

interface RegisterAccessProps {
  form: AccessForm;
  groups: readonly AccessGroup[];
}

/** Which roles and groups may do what with a register. */
function RegisterAccess({ form, groups }: RegisterAccessProps) {
  const { t } = useTranslation('access');
  const navigate = useNavigate();
  const { canManagePeople: canChange } = useViewer();
  const [draft, setDraft] = useState(() => draftOf(form));
  const isSaved = useRef(false);
  const isDirty = !isSame(draft, draftOf(form));
  const { write, isPending, general } = useWrite(SetFormAccessDocument, {
    payload: (reply) => reply.setFormAccess,
    refresh: ACCESS_QUERIES,
  });
  const change = (changes: Partial<AccessDraft>) => {
    setDraft((current) => ({ ...current, ...changes }));
  };
  const toRegister = { to: '/registers/$formKey', params: { formKey: form.key } } as const;
  const save = async () => {
    isSaved.current = true;
    const answer = await write({ input: { formKey: form.key, access: toAccess(draft) } });
    isSaved.current = answer !== null;
    if (answer) notify({ message: t('saved', { name: form.name }) });
  };
  return (
    <FormPage
      header={
        <PageHeader
          title={t('title', { name: form.name })}
          description={t(canChange ? 'description' : 'readOnly')}
          help={t('help')}
          breadcrumbs={[{ label: form.name, link: toRegister }]}
        />
      }
      errors={general}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      actions={
        <>
          <Button variant="default" onClick={() => void navigate(toRegister)}>
            {t('back')}
          </Button>
          {canChange && (
            <Button type="submit" disabled={!isDirty} loading={isPending}>
              {t('save')}
            </Button>
          )}
        </>
      }
    >
      <Panel title={t('roles')}>
        <RoleRights
          roles={draft.roles}
          canChange={canChange}
          onChange={(roles) => {
            change({ roles });
          }}
        />
      </Panel>
      <Panel title={t('groups')}>
        <GroupRights
          rights={draft.groups}
          groups={groups}
          canChange={canChange}
          onChange={(rights) => {
            change({ groups: rights });
          }}
        />
      </Panel>
      <Panel title={t('inWords')}>
        <AccessWords draft={draft} />
      </Panel>
      <LeaveGuard isDirty={() => isDirty && !isSaved.current} />
    </FormPage>
  );
}
