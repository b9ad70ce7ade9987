import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { useLanguage } from '@/i18n';

import type { ValueWords } from './field-value';

export function useValueWords(): ValueWords {
  const { t } = useTranslation('app');
  const language = useLanguage();
  return useMemo(
    () => ({
      language,
      answers: {
        YES: t('answer.yes'),
        NO: t('answer.no'),
        NOT_APPLICABLE: t('answer.notApplicable'),
      },
      deadlines: {
        RUNNING: t('deadline.RUNNING'),
        SOON: t('deadline.SOON'),
        OVERDUE: t('deadline.OVERDUE'),
        MET: t('deadline.MET'),
        MISSED: t('deadline.MISSED'),
      },
    }),
    [language, t],
  );
}
