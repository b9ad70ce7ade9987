import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { FormPage, PageHeader, focusFirstError, notify } from '@/design';
import { useWrite } from '@/graphql';
import { toLocale, useLanguage } from '@/i18n';
import { LeaveGuard } from '@/registers/edit/LeaveGuard';
import { Panel } from '@/registers/record/Panel';

import { IdentityFields } from '../IdentityFields';
import { SendNowChoice } from '../SendNowChoice';
import { useRequired } from '../useRequired';
import { GRANT_QUERIES, GrantConsultantAccessDocument } from './grant-documents';
import { type GrantDraft, GrantFields } from './GrantFields';

const FIELDS = [
  'displayName',
  'email',
  'username',
  'organisation',
  'reason',
  'role',
  'formKeys',
  'endsOn',
];

/** Gives a consultant access, for as long and as far as the customer chooses. */
export function GrantPage() {
  const { t } = useTranslation('people');
  const navigate = useNavigate();
  const language = useLanguage();
  const [identity, setIdentity] = useState({
    displayName: '',
    email: '',
    username: '',
    locale: toLocale(language),
  });
  const [grant, setGrant] = useState<GrantDraft>({
    organisation: '',
    reason: '',
    role: 'VIEWER',
    formKeys: null,
    endsOn: null,
  });
  const [sendNow, setSendNow] = useState(true);
  const isSaved = useRef(false);
  const { write, isPending, errorOf, general } = useWrite(GrantConsultantAccessDocument, {
    payload: (reply) => reply.grantConsultantAccess,
    fields: FIELDS,
    refresh: GRANT_QUERIES,
  });
  const required = useRequired({
    displayName: identity.displayName,
    email: identity.email,
    username: identity.username,
    organisation: grant.organisation,
    endsOn: grant.endsOn ?? '',
    ...(grant.formKeys && { formKeys: grant.formKeys.join() }),
  });
  const errors = { ...errorOf, ...required.errors };
  const save = async () => {
    if (!required.check() || grant.endsOn === null) return;
    const input = { ...identity, ...grant, endsOn: grant.endsOn, sendNow };
    if (!(await write({ input }))) {
      focusFirstError();
      return;
    }
    isSaved.current = true;
    notify({ message: t('grant.done', { name: identity.displayName }) });
    void navigate({ to: '/people', hash: 'access' });
  };
  return (
    <FormPage
      header={
        <PageHeader
          title={t('grant.title')}
          description={t('grant.description')}
          help={t('grant.help')}
          breadcrumbs={[{ label: t('title'), link: { to: '/people' } }]}
        />
      }
      errors={general}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      actions={
        <>
          <Button variant="default" onClick={() => void navigate({ to: '/people' })}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={isPending}>
            {t('grant.submit')}
          </Button>
        </>
      }
    >
      <Panel title={t('grant.who')}>
        <IdentityFields
          value={identity}
          errorOf={errors}
          onChange={(change) => {
            setIdentity((current) => ({ ...current, ...change }));
          }}
        />
      </Panel>
      <Panel title={t('grant.may')}>
        <GrantFields
          value={grant}
          errorOf={errors}
          onChange={(change) => {
            setGrant((current) => ({ ...current, ...change }));
          }}
        />
      </Panel>
      <Panel title={t('invite.mail')}>
        <SendNowChoice value={sendNow} onChange={setSendNow} />
      </Panel>
      <LeaveGuard isDirty={() => identity.displayName !== '' && !isSaved.current} />
    </FormPage>
  );
}
