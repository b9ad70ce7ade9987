import { useTranslation } from 'react-i18next';

import { useEnvironment, useViewer } from '@/auth/session';

import classes from './AccountFacts.module.css';

const RIGHTS = ['canManageForms', 'canExport', 'canImport'] as const;

export function AccountFacts() {
  const { t } = useTranslation('settings');
  const viewer = useViewer();
  const environment = useEnvironment();
  const rights = RIGHTS.filter((right) => viewer[right]).map((right) =>
    t(`account.right.${right}`),
  );
  const facts = [
    [t('account.name'), viewer.user.displayName],
    [t('account.username'), viewer.user.username],
    [t('account.role'), t(`role.${viewer.role}`)],
    [t('account.rights'), rights.length > 0 ? rights.join(', ') : t('account.right.none')],
    [t('account.environment'), environment.name],
    [t('account.address'), environment.host],
  ] as const;
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value]) => (
        <div key={name} className={classes.fact}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
