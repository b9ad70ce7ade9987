import { Group, Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { Locale } from '@/graphql';
import { LANGUAGES, toLocale } from '@/i18n';

interface LanguageChoiceProps {
  value: Locale;
  onChange: (locale: Locale) => void;
}

/** The language a file is written in. */
export function LanguageChoice({ value, onChange }: LanguageChoiceProps) {
  const { t } = useTranslation('exporting');
  return (
    <Radio.Group
      label={t('language')}
      value={value}
      onChange={(locale) => {
        onChange(locale === 'EN' ? 'EN' : 'NL');
      }}
    >
      <Group gap="lg" mt="xs">
        {LANGUAGES.map(({ code, name }) => (
          <Radio key={code} value={toLocale(code)} label={name} />
        ))}
      </Group>
    </Radio.Group>
  );
}
