import { MultiSelect, Radio, Stack, TextInput, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { useRegisterMenu } from '@/app/registers';
import type { Role } from '@/graphql';
import { dayFromNow } from '@/i18n/days';
import { LazyDayInput } from '@/registers/pickers/LazyDayInput';

import { RoleChoice } from '../RoleChoice';
import { ROLES } from '../roles';

export interface GrantDraft {
  organisation: string;
  reason: string;
  role: Role;
  /** Null: all registers the role may see. */
  formKeys: string[] | null;
  endsOn: string | null;
}

/** How long access from outside lasts at most; then it must be given anew. */
const OUTSIDER_DAYS = 365;

/** An outsider never manages the environment's people, audit log or firewall. */
export const OUTSIDER_ROLES = ROLES.filter((role) => role !== 'ADMINISTRATOR');

interface GrantFieldsProps {
  value: GrantDraft;
  onChange: (change: Partial<GrantDraft>) => void;
  errorOf: Partial<Record<string, string>>;
}

/** For whom an outsider works, what they may see and until when. */
export function GrantFields({ value, onChange, errorOf }: GrantFieldsProps) {
  const { t } = useTranslation('people');
  return (
    <Stack gap="md">
      <TextInput
        label={t('field.organisation')}
        description={t('field.organisationHint')}
        maxLength={100}
        value={value.organisation}
        error={errorOf.organisation}
        onChange={({ currentTarget }) => {
          onChange({ organisation: currentTarget.value });
        }}
      />
      <Textarea
        label={t('field.reason')}
        description={t('field.reasonHint')}
        autosize
        minRows={1}
        maxLength={500}
        value={value.reason}
        error={errorOf.reason}
        onChange={({ currentTarget }) => {
          onChange({ reason: currentTarget.value });
        }}
      />
      <RoleChoice
        roles={OUTSIDER_ROLES}
        value={value.role}
        error={errorOf.role}
        onChange={(role) => {
          onChange({ role });
        }}
      />
      <Scope
        formKeys={value.formKeys}
        error={errorOf.formKeys}
        onChange={(formKeys) => {
          onChange({ formKeys });
        }}
      />
      <LazyDayInput
        label={t('field.endsOn')}
        description={t('field.endsOnHint')}
        maw={280}
        minDate={dayFromNow(0)}
        maxDate={dayFromNow(OUTSIDER_DAYS)}
        value={value.endsOn}
        error={errorOf.endsOn}
        onChange={(endsOn) => {
          onChange({ endsOn });
        }}
      />
    </Stack>
  );
}

interface ScopeProps {
  formKeys: string[] | null;
  error?: string | undefined;
  onChange: (formKeys: string[] | null) => void;
}

function Scope({ formKeys, error, onChange }: ScopeProps) {
  const { t } = useTranslation('people');
  const registers = useRegisterMenu();
  return (
    <div>
      <Radio.Group
        label={t('field.forms')}
        value={formKeys === null ? 'all' : 'some'}
        onChange={(choice) => {
          onChange(choice === 'all' ? null : []);
        }}
      >
        <Stack gap="xs" mt={4}>
          <Radio value="all" label={t('field.formsAll')} />
          <Radio value="some" label={t('field.formsSome')} />
        </Stack>
      </Radio.Group>
      {formKeys !== null && (
        <MultiSelect
          mt="xs"
          aria-label={t('field.formsSome')}
          placeholder={formKeys.length === 0 ? t('field.formsChoose') : undefined}
          searchable
          value={formKeys}
          error={error}
          data={registers.map(({ key, name }) => ({ value: key, label: name }))}
          onChange={onChange}
        />
      )}
    </div>
  );
}
