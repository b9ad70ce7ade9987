import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';

import { useViewer } from '@/auth/session';
import { PageHeader } from '@/design';

import classes from './AccountHeader.module.css';

export interface AccountHeaderProps {
  page: 'profile' | 'security' | 'tokens';
  actions?: ReactNode;
}

/** The title of a page of one's own account, and the way to the others. */
export function AccountHeader({ page, actions }: AccountHeaderProps) {
  const { t } = useTranslation('account');
  const { canMakeApiTokens } = useViewer();
  return (
    <>
      <PageHeader title={t(`${page}.title`)} help={t(`${page}.help`)} actions={actions} />
      <nav aria-label={t('title')} className={classes.pages}>
        <Page to="/account" label={t('profile.tab')} />
        <Page to="/account/security" label={t('security.tab')} />
        {canMakeApiTokens && <Page to="/account/api-tokens" label={t('tokens.tab')} />}
      </nav>
    </>
  );
}

interface PageProps {
  to: '/account' | '/account/security' | '/account/api-tokens';
  label: string;
}

/** The router marks the current one. */
function Page({ to, label }: PageProps) {
  return (
    <Link to={to} activeOptions={{ exact: true, includeSearch: false }} className={classes.page}>
      {label}
    </Link>
  );
}
