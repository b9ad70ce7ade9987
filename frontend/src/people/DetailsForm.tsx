import { Button, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { FormErrors, notify } from '@/design';
import { type UpdateAccountInput, useUserErrors, useWrite } from '@/graphql';
import { LANGUAGES, toLanguage, toLocale } from '@/i18n';
import { LeaveGuard } from '@/registers/edit/LeaveGuard';
import { LazyDayInput } from '@/registers/pickers/LazyDayInput';

import { UpdateAccountDocument } from './account-documents';
import { DetailFacts } from './DetailFacts';
import { GroupPicker } from './GroupPicker';
import { type Account, PEOPLE_QUERIES } from './people-documents';
import { RoleChoice } from './RoleChoice';
import { useRequired } from './useRequired';

const FIELDS = ['displayName', 'role', 'groupIds', 'accessEndsOn', 'locale'];

type Draft = Pick<Account, 'role' | 'locale'> & {
  displayName: string;
  groupIds: string[];
  accessEndsOn: string | null;
};

const draftOf = (account: Account): Draft => ({
  displayName: account.user.displayName,
  role: account.role,
  locale: account.locale,
  groupIds: account.groups.map(({ id }) => id),
  accessEndsOn: account.accessEndsOn ?? null,
});

const isSame = (one: Draft, other: Draft) => JSON.stringify(one) === JSON.stringify(other);

/** Name, role, groups and end date: to be changed by who may, to be read by others. */
export function DetailsForm({ account }: { account: Account }) {
  return account.viewerCanEdit && account.kind === 'MEMBER' && account.status !== 'ARCHIVED' ? (
    <Editable account={account} />
  ) : (
    <DetailFacts account={account} />
  );
}

function Editable({ account }: { account: Account }) {
  const { t } = useTranslation('people');
  const id = useId();
  const [draft, setDraft] = useState(() => draftOf(account));
  const isDirty = !isSame(draft, draftOf(account));
  const isSaving = useRef(false);
  const { write, isPending, errors, general, check } = useSaving(draft);
  const change = (changes: Partial<Draft>) => {
    setDraft((current) => ({ ...current, ...changes }));
  };
  const save = async () => {
    if (!check()) return;
    isSaving.current = true;
    const answer = await write({ input: { ...draft, id: account.id, version: account.version } });
    isSaving.current = false;
    if (answer) notify({ message: t('person.saved') });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <FormErrors errors={general} />
      <Stack gap="md">
        <TextInput
          label={t('field.displayName')}
          maxLength={100}
          maw={420}
          value={draft.displayName}
          error={errors.displayName}
          onChange={({ currentTarget: { value } }) => {
            change({ displayName: value });
          }}
        />
        <RoleChoice
          value={draft.role}
          error={errors.role}
          onChange={(role) => {
            change({ role });
          }}
        />
        <GroupPicker
          value={draft.groupIds}
          error={errors.groupIds}
          onChange={(groupIds) => {
            change({ groupIds });
          }}
        />
        <LazyDayInput
          label={t('field.accessEndsOn')}
          description={t(draft.role === 'AUDITOR' ? 'field.endAuditor' : 'field.endHint')}
          maw={280}
          value={draft.accessEndsOn}
          error={errors.accessEndsOn}
          onChange={(accessEndsOn) => {
            change({ accessEndsOn });
          }}
        />
        <div>
          <Text size="sm" fw={550} mb={4} id={`${id}locale`}>
            {t('field.locale')}
          </Text>
          <SegmentedControl
            aria-labelledby={`${id}locale`}
            value={toLanguage(draft.locale)}
            data={LANGUAGES.map(({ code, name }) => ({ value: code, label: name }))}
            onChange={(language) => {
              change({ locale: toLocale(language) });
            }}
          />
        </div>
        <Group>
          <Button type="submit" disabled={!isDirty} loading={isPending}>
            {t('person.save')}
          </Button>
          {isDirty && (
            <Button
              variant="subtle"
              onClick={() => {
                setDraft(draftOf(account));
              }}
            >
              {t('person.undo')}
            </Button>
          )}
        </Group>
      </Stack>
      <LeaveGuard isDirty={() => isDirty && !isSaving.current} />
    </form>
  );
}

function useSaving(draft: Draft) {
  const { sentence } = useUserErrors();
  const { write, isPending, errorOf, general } = useWrite(UpdateAccountDocument, {
    payload: (reply) => {
      // The form starts anew with what the other made of it, so the toast must tell.
      const conflict = reply.updateAccount.userErrors.find(({ code }) => code === 'CONFLICT');
      if (conflict) notify({ isError: true, message: sentence(conflict) });
      return reply.updateAccount;
    },
    fields: FIELDS,
    refresh: PEOPLE_QUERIES,
  });
  const required = useRequired({
    displayName: draft.displayName,
    ...(draft.role === 'AUDITOR' && { accessEndsOn: draft.accessEndsOn ?? '' }),
  });
  return {
    write: (variables: { input: UpdateAccountInput }) => write(variables),
    isPending,
    general,
    errors: { ...errorOf, ...required.errors },
    check: required.check,
  };
}
