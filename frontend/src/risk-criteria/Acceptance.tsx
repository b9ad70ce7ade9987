import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { useLanguage } from '@/i18n';
import { textIn } from '@/localized/local-text';

import type { CriteriaControl } from './useCriteria';

/** Up to which level a risk needs no treatment. */
export function Acceptance({ control }: { control: CriteriaControl }) {
  const { t } = useTranslation('riskCriteria');
  const language = useLanguage();
  const { levels, acceptableKey } = control.draft;
  return (
    <Select
      label={t('acceptance.label')}
      maw={320}
      placeholder={t('acceptance.none')}
      clearable
      clearButtonProps={{ 'aria-label': t('acceptance.none') }}
      data={levels.map((level) => ({
        value: level.key,
        label: textIn(level.label, language) || level.key,
      }))}
      value={acceptableKey}
      error={control.errorAt('acceptableLevelKey')}
      onChange={(chosen) => {
        control.change((draft) => ({ ...draft, acceptableKey: chosen }));
      }}
    />
  );
}
