import { MultiSelect, Radio, Stack, TagsInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useRegisterMenu } from '@/app/registers';
import { FormDialog } from '@/design';
import { useWrite } from '@/graphql';
import { dayFromNow } from '@/i18n/days';
import { LazyDayInput } from '@/registers/pickers/LazyDayInput';

import { CreateApiTokenDocument } from './token-documents';

const DEFAULT_DAYS = 90;

export interface NewTokenDialogProps {
  onClose: () => void;
  /** With the token itself, which is shown once. */
  onMade: (secret: string) => void;
}

interface TokenDraft {
  name: string;
  canWrite: boolean;
  /** None: all registers its maker may see. */
  formKeys: string[];
  /** None: any address. */
  networks: string[];
  /** `2026-12-31`; null while the field is empty. */
  expiresOn: string | null;
}

/** What a token may do: as little as its program needs, and not for ever. */
export function NewTokenDialog({ onClose, onMade }: NewTokenDialogProps) {
  const { t } = useTranslation('account');
  const registers = useRegisterMenu();
  const [draft, setDraft] = useState<TokenDraft>({
    name: '',
    canWrite: false,
    formKeys: [],
    networks: [],
    expiresOn: dayFromNow(DEFAULT_DAYS),
  });
  const change = (part: Partial<TokenDraft>): void => {
    setDraft((before) => ({ ...before, ...part }));
  };
  const [isDayMissing, setDayMissing] = useState(false);
  const { write, isPending, refused, errorOf, general } = useWrite(CreateApiTokenDocument, {
    payload: (reply) => reply.createApiToken,
    fields: ['name', 'canWrite', 'formKeys', 'networks', 'expiresOn'],
    refresh: ['ApiTokens'],
  });
  // An error of one of several networks has its place in the list at the end of its path.
  const ofNetworks = refused.some(({ path }) => path?.includes('networks'));

  const make = async (): Promise<void> => {
    const { expiresOn, formKeys, ...rest } = draft;
    setDayMissing(expiresOn === null);
    if (expiresOn === null) return;
    const input = {
      ...rest,
      name: rest.name.trim(),
      formKeys: formKeys.length > 0 ? formKeys : null,
      expiresOn,
    };
    const payload = await write({ input });
    if (payload?.secret) onMade(payload.secret);
  };

  return (
    <FormDialog
      opened
      onClose={onClose}
      onSubmit={() => void make()}
      title={t('tokens.make')}
      submitLabel={t('tokens.make')}
      errors={ofNetworks ? [] : general}
      isPending={isPending}
      size="lg"
    >
      <TextInput
        label={t('tokens.name')}
        description={t('tokens.nameHint')}
        data-autofocus
        value={draft.name}
        onChange={(event) => {
          change({ name: event.currentTarget.value });
        }}
        error={errorOf.name}
      />
      <Radio.Group
        label={t('tokens.right')}
        value={draft.canWrite ? 'write' : 'read'}
        onChange={(value) => {
          change({ canWrite: value === 'write' });
        }}
        error={errorOf.canWrite}
      >
        <Stack gap={6} mt={4}>
          <Radio value="read" label={t('tokens.readOnly')} />
          <Radio value="write" label={t('tokens.readWrite')} />
        </Stack>
      </Radio.Group>
      <MultiSelect
        label={t('tokens.forms')}
        description={t('tokens.formsHint')}
        placeholder={draft.formKeys.length === 0 ? t('tokens.allForms') : undefined}
        data={registers.map(({ key, name }) => ({ value: key, label: name }))}
        searchable
        clearable
        value={draft.formKeys}
        onChange={(formKeys) => {
          change({ formKeys });
        }}
        error={errorOf.formKeys}
      />
      <TagsInput
        label={t('tokens.networks')}
        description={t('tokens.networksHint')}
        placeholder={draft.networks.length === 0 ? t('tokens.fromAnywhere') : undefined}
        acceptValueOnBlur
        value={draft.networks}
        onChange={(networks) => {
          change({ networks });
        }}
        error={ofNetworks ? t('tokens.networksWrong') : null}
      />
      <LazyDayInput
        label={t('tokens.expiresOn')}
        description={t('tokens.expiresHint')}
        value={draft.expiresOn}
        onChange={(expiresOn) => {
          change({ expiresOn });
        }}
        error={errorOf.expiresOn ?? (isDayMissing && t('tokens.expiresMissing'))}
      />
    </FormDialog>
  );
}
