import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import i18next from 'i18next';

import { notify } from '@/design';
import { OF_TODAY } from '@/graphql/of-today';

import { type LookedAt, lookAt, lookedAt } from './looked-at';

/** Shows everything of another time, or of now (null): what was fetched before is forgotten. */
export function switchTime(queryClient: QueryClient, what: LookedAt | null): void {
  queryClient.removeQueries({
    predicate: ({ queryKey: [name] }) => typeof name !== 'string' || !OF_TODAY.has(name),
  });
  lookAt(what);
}

/** {@link switchTime}, from a part of the page. */
export function useSwitchTime(): (what: LookedAt | null) => void {
  const queryClient = useQueryClient();
  return (what) => {
    switchTime(queryClient, what);
  };
}

/** The server says that the back-up cannot be looked into any more: to now, and says so once. */
export function leaveClosedBackup(queryClient: QueryClient): void {
  if (lookedAt()?.kind !== 'backup') return;
  switchTime(queryClient, null);
  notify({
    title: i18next.t('app.BACKUP_NOT_OPEN.title', { ns: 'errors' }),
    message: i18next.t('app.BACKUP_NOT_OPEN.detail', { ns: 'errors' }),
  });
}
