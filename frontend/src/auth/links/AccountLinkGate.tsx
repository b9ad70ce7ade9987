import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { ErrorState, LoadingState } from '@/design';
import type { AccountLinkPurpose } from '@/graphql';

import { LinkGone } from './LinkGone';
import { type AccountLink, accountLinkQuery } from './link-documents';

export interface AccountLinkGateProps {
  token: string;
  purpose: AccountLinkPurpose;
  children: (link: AccountLink) => ReactNode;
}

/** Shows what a link from a mail is for, or that it is not good any more and what to do then. */
export function AccountLinkGate({ token, purpose, children }: AccountLinkGateProps) {
  const { data, error, refetch } = useQuery({ ...accountLinkQuery(token), enabled: token !== '' });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (token !== '' && !data) return <LoadingState kind="form" rows={3} />;
  const link = data?.accountLink;
  return link?.purpose === purpose ? children(link) : <LinkGone purpose={purpose} />;
}
