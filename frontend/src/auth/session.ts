import { type QueryClient, useSuspenseQuery } from '@tanstack/react-query';

import { type ViewerQuery, documentQuery, graphql } from '@/graphql';
import { useLookedAt } from '@/looking-back/looked-at';

const ViewerDocument = graphql(`
  query Viewer {
    viewer {
      user {
        id
        displayName
        username
      }
      role
      locale
      canManageForms
      canExport
      canImport
      canSeePeople
      canManagePeople
      canReadAuditLog
      canManageFirewall
      canTakeArchive
      canSeeBackups
      canRestoreBackups
      preferences
      hasPasskey
      accessEndsOn
      canMakeApiTokens
    }
    environment {
      id
      name
      host
      locale
      hasOutbox
    }
  }
`);

export type Viewer = NonNullable<ViewerQuery['viewer']>;
export type Environment = ViewerQuery['environment'];

/** Who is signed in (null: nobody) and in which environment. */
export const sessionQuery = () => ({
  ...documentQuery(ViewerDocument),
  staleTime: 'static' as const,
});

export function useEnvironment(): Environment {
  return useSuspenseQuery(sessionQuery()).data.environment;
}

/**
 * Only on pages under the authenticated layout, which lets nobody in without a viewer. Who looks back,
 * or into a back-up, has no right to change anything there.
 */
export function useViewer(): Viewer {
  const viewer = useViewerOfToday();
  return useLookedAt() === null ? viewer : { ...viewer, ...NO_CHANGES };
}

/** The viewer with all their rights, on pages that are about now in any case. */
export function useViewerOfToday(): Viewer {
  const { viewer } = useSuspenseQuery(sessionQuery()).data;
  if (!viewer) throw new Error('useViewer was used outside the authenticated layout');
  return viewer;
}

const NO_CHANGES = {
  canManageForms: false,
  canImport: false,
  canSeePeople: false,
  canManagePeople: false,
  canManageFirewall: false,
  canTakeArchive: false,
  canRestoreBackups: false,
} as const satisfies Partial<Viewer>;

/** Asks the server again who is signed in, after something about them changed. */
export async function refreshViewer(queryClient: QueryClient): Promise<void> {
  await queryClient.query({ ...sessionQuery(), staleTime: 0 });
}

/** Nobody is signed in any more: drops what they saw. Only once no page that needs a viewer is shown. */
export function forgetViewer(queryClient: QueryClient): void {
  const { queryKey } = sessionQuery();
  queryClient.setQueryData(queryKey, (session) => session && { ...session, viewer: null });
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== queryKey[0] });
}
