import { useTranslation } from 'react-i18next';

import { Facts } from '@/design';
import { LANGUAGES, toLanguage } from '@/i18n';

import { EndDate } from './EndDate';
import type { Account } from './people-documents';

/** The details for those who may not change them. */
export function DetailFacts({ account }: { account: Account }) {
  const { t } = useTranslation(['people', 'settings']);
  const language = LANGUAGES.find(({ code }) => code === toLanguage(account.locale));
  const groups = account.groups.map(({ name }) => name).join(', ');
  return (
    <Facts
      facts={[
        [t('field.displayName'), account.user.displayName],
        [t('list.role'), t(`settings:role.${account.role}`)],
        [t('list.groups'), groups || t('field.noGroups')],
        [t('field.accessEndsOn'), account.accessEndsOn && <EndDate day={account.accessEndsOn} />],
        [t('field.locale'), language?.name],
      ]}
    />
  );
}
