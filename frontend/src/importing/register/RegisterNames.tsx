import { SimpleGrid, TextInput, Textarea } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

import { FieldLabel } from '@/design';
import { useUserErrors } from '@/graphql';

import type { RegisterDraftControl } from './useRegisterDraft';

const NAMES = ['name', 'singularName', 'numberPrefix'] as const;
const MAX_LENGTH = { name: 100, singularName: 100, numberPrefix: 5 };

/** What the register and its records are called. */
export function RegisterNames({ control }: { control: RegisterDraftControl }) {
  const { t } = useTranslation('importing');
  const { sentence, byField } = useUserErrors();
  const id = useId();
  const { draft, errors, refused, change } = control;
  const fromServer = byField(refused);
  const errorOf = (name: (typeof NAMES)[number]) => {
    const code = errors[name];
    return code ? sentence({ code, params: {} }) : fromServer[name];
  };
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      {NAMES.map((name) => (
        <div key={name} data-field={name}>
          <FieldLabel label={t(`newRegister.${name}.label`)} htmlFor={`${id}${name}`} isRequired />
          <TextInput
            id={`${id}${name}`}
            description={t(`newRegister.${name}.hint`, {
              example: `${draft.numberPrefix || 'ABC'}-0001`,
            })}
            maxLength={MAX_LENGTH[name]}
            value={draft[name]}
            error={errorOf(name)}
            onChange={({ currentTarget: { value } }) => {
              change({ [name]: name === 'numberPrefix' ? value.toUpperCase() : value });
            }}
          />
        </div>
      ))}
      <div>
        <FieldLabel label={t('newRegister.help.label')} htmlFor={`${id}help`} />
        <Textarea
          id={`${id}help`}
          description={t('newRegister.help.hint')}
          autosize
          minRows={1}
          maxRows={6}
          value={draft.help}
          onChange={({ currentTarget: { value } }) => {
            change({ help: value });
          }}
        />
      </div>
    </SimpleGrid>
  );
}
