import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';

import { AppError } from '@/graphql';

export interface ErrorHandlers {
  /** The session has ended; called for queries and mutations alike. */
  onSignedOut: () => Promise<void>;
  /** The back-up that was looked into is closed; called for queries and mutations alike. */
  onBackupClosed: () => void;
  /** A mutation failed as a whole; screens show failed queries themselves. */
  onMutationFailed: (error: AppError) => void;
}

const MAX_RETRIES = 2;

export function createQueryClient(handlers: () => ErrorHandlers): QueryClient {
  const handle = (error: Error, isMutation: boolean): void => {
    if (!(error instanceof AppError)) return;
    if (error.code === 'UNAUTHENTICATED') void handlers().onSignedOut();
    else if (error.code === 'BACKUP_NOT_OPEN') handlers().onBackupClosed();
    // Who was asked for a code and gave none knows that nothing happened.
    else if (isMutation && error.code !== 'STEP_UP_REQUIRED') handlers().onMutationFailed(error);
  };
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        handle(error, false);
      },
    }),
    mutationCache: new MutationCache({
      onError: (error, _variables, _context, mutation) => {
        // `meta.silent`: the screen shows the failure itself.
        handle(error, mutation.meta?.silent !== true);
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) =>
          failures < MAX_RETRIES &&
          error instanceof AppError &&
          error.isTemporary &&
          error.code !== 'THROTTLED',
      },
    },
  });
}
