import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { LANGUAGES, type Language } from '@/i18n';

interface TextLanguageSwitchProps {
  value: Language;
  onChange: (language: Language) => void;
}

/** Chooses the language one writes in. */
export function TextLanguageSwitch({ value, onChange }: TextLanguageSwitchProps) {
  const { t } = useTranslation();
  return (
    <SegmentedControl
      size="sm"
      aria-label={t('texts.language')}
      value={value}
      onChange={(chosen) => {
        onChange(chosen);
      }}
      data={LANGUAGES.map(({ code, name }) => ({ value: code, label: name }))}
    />
  );
}
