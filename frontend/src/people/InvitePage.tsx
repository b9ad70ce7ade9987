import { Button, Stack } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { FormPage, PageHeader, focusFirstError, notify } from '@/design';
import { type InviteUserInput, type Locale, useWrite } from '@/graphql';
import { toLocale, useLanguage } from '@/i18n';
import { dayFromNow } from '@/i18n/days';
import { LeaveGuard } from '@/registers/edit/LeaveGuard';
import { LazyDayInput } from '@/registers/pickers/LazyDayInput';
import { Panel } from '@/registers/record/Panel';

import { InviteUserDocument } from './account-documents';
import { GroupPicker } from './GroupPicker';
import { IdentityFields } from './IdentityFields';
import { PEOPLE_QUERIES } from './people-documents';
import { RoleChoice } from './RoleChoice';
import { SendNowChoice } from './SendNowChoice';
import { useRequired } from './useRequired';

const FIELDS = ['displayName', 'email', 'username', 'role', 'groupIds', 'accessEndsOn'];

type Draft = Required<Omit<InviteUserInput, 'groupIds' | 'locale'>> & {
  groupIds: string[];
  locale: Locale;
};

const blank = (locale: Locale): Draft => ({
  displayName: '',
  email: '',
  username: '',
  role: 'EMPLOYEE',
  locale,
  groupIds: [],
  accessEndsOn: null,
  sendNow: true,
});

/** Makes an account; the invitation goes out now or later. */
export function InvitePage() {
  const { t } = useTranslation('people');
  const navigate = useNavigate();
  const language = useLanguage();
  const [value, setValue] = useState(() => blank(toLocale(language)));
  const isSaved = useRef(false);
  const { write, isPending, errorOf, general } = useWrite(InviteUserDocument, {
    payload: (reply) => reply.inviteUser,
    fields: FIELDS,
    refresh: PEOPLE_QUERIES,
  });
  const required = useRequired({
    displayName: value.displayName,
    email: value.email,
    username: value.username,
    ...(value.role === 'AUDITOR' && { accessEndsOn: value.accessEndsOn ?? '' }),
  });
  const errors = { ...errorOf, ...required.errors };

  const change = (changes: Partial<Draft>) => {
    setValue((current) => ({ ...current, ...changes }));
  };
  const save = async () => {
    if (!required.check()) return;
    const answer = await write({ input: value });
    if (!answer?.account) {
      focusFirstError();
      return;
    }
    isSaved.current = true;
    const name = value.displayName;
    notify({ message: value.sendNow ? t('invite.sent', { name }) : t('invite.made', { name }) });
    void navigate({ to: '/people/$id', params: { id: answer.account.id } });
  };

  return (
    <FormPage
      header={
        <PageHeader
          title={t('invite.title')}
          help={t('invite.help')}
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
            {value.sendNow ? t('invite.submit') : t('invite.submitLater')}
          </Button>
        </>
      }
    >
      <Panel title={t('invite.who')}>
        <IdentityFields value={value} onChange={change} errorOf={errors} />
      </Panel>
      <Panel title={t('invite.may')}>
        <Stack gap="md">
          <RoleChoice
            value={value.role}
            error={errors.role}
            onChange={(role) => {
              change({ role });
            }}
          />
          <GroupPicker
            value={value.groupIds}
            error={errors.groupIds}
            onChange={(groupIds) => {
              change({ groupIds });
            }}
          />
          <LazyDayInput
            label={t('field.accessEndsOn')}
            description={t(value.role === 'AUDITOR' ? 'field.endAuditor' : 'field.endHint')}
            maw={280}
            minDate={dayFromNow(0)}
            value={value.accessEndsOn ?? null}
            error={errors.accessEndsOn}
            onChange={(accessEndsOn) => {
              change({ accessEndsOn });
            }}
          />
        </Stack>
      </Panel>
      <Panel title={t('invite.mail')}>
        <SendNowChoice
          value={value.sendNow}
          onChange={(sendNow) => {
            change({ sendNow });
          }}
        />
      </Panel>
      <LeaveGuard isDirty={() => value.displayName !== '' && !isSaved.current} />
    </FormPage>
  );
}
