import { SegmentedControl, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

import { FieldLabel } from '@/design';
import type { Locale } from '@/graphql';
import { LANGUAGES, toLocale } from '@/i18n';

import { suggestUsername } from './username';

export interface Identity {
  displayName: string;
  email: string;
  username: string;
  locale: Locale;
}

interface IdentityFieldsProps {
  value: Identity;
  onChange: (change: Partial<Identity>) => void;
  errorOf: Partial<Record<keyof Identity, string>>;
}

const MAX_LENGTH = { displayName: 100, email: 254, username: 64 };

/** Who somebody new is; the username follows the name until it is changed. */
export function IdentityFields({ value, onChange, errorOf }: IdentityFieldsProps) {
  const { t } = useTranslation('people');
  const id = useId();
  const type = (name: keyof typeof MAX_LENGTH, text: string) => {
    const isSuggested = value.username === suggestUsername(value.displayName);
    onChange({
      [name]: text,
      ...(name === 'displayName' && isSuggested && { username: suggestUsername(text) }),
    });
  };
  const input = (name: keyof typeof MAX_LENGTH) => ({
    id: `${id}${name}`,
    name,
    value: value[name],
    error: errorOf[name],
    maxLength: MAX_LENGTH[name],
    autoComplete: 'off',
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
      type(name, currentTarget.value);
    },
  });
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <div>
        <FieldLabel label={t('field.displayName')} htmlFor={`${id}displayName`} isRequired />
        <TextInput {...input('displayName')} data-autofocus />
      </div>
      <div>
        <FieldLabel label={t('field.email')} htmlFor={`${id}email`} isRequired />
        <TextInput {...input('email')} type="email" inputMode="email" />
      </div>
      <div>
        <FieldLabel
          label={t('field.username')}
          help={t('field.usernameHelp')}
          htmlFor={`${id}username`}
          isRequired
        />
        <TextInput {...input('username')} autoCapitalize="none" spellCheck={false} />
      </div>
      <div>
        <Text size="sm" fw={550} mih={24} id={`${id}locale`}>
          {t('field.locale')}
        </Text>
        <SegmentedControl
          aria-labelledby={`${id}locale`}
          value={value.locale}
          data={LANGUAGES.map(({ code, name }) => ({ value: toLocale(code), label: name }))}
          onChange={(locale) => {
            onChange({ locale: locale === 'EN' ? 'EN' : 'NL' });
          }}
        />
      </div>
    </SimpleGrid>
  );
}
