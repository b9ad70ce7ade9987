import { useTranslation } from 'react-i18next';

import { useEnvironment, useViewerOfToday } from '@/auth/session';
import { DateText, Facts } from '@/design';

import type { MyAccount } from './account-documents';

const RIGHTS = ['canManageForms', 'canExport', 'canImport'] as const;

/** What an administrator decides about one's account. */
export function AccountFacts({ account }: { account: MyAccount }) {
  const { t } = useTranslation(['account', 'settings']);
  const viewer = useViewerOfToday();
  const environment = useEnvironment();
  const rights = RIGHTS.filter((right) => viewer[right]).map((right) => t(`facts.right.${right}`));
  return (
    <Facts
      facts={[
        [t('facts.name'), account.user.displayName],
        [t('facts.role'), t(`settings:role.${account.role}`)],
        [t('facts.rights'), rights.length > 0 ? rights.join(', ') : t('facts.right.none')],
        [t('facts.groups'), account.groups.map(({ name }) => name).join(', ')],
        [
          t('facts.accessEndsOn'),
          account.accessEndsOn && <DateText key="end" value={account.accessEndsOn} />,
        ],
        [t('facts.environment'), environment.name],
        [t('facts.address'), environment.host],
      ]}
    />
  );
}
