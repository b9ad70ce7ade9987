import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

import { RECORD_QUERIES } from './record-query';

/** Everything that may show a changed record is fetched anew; the dashboard's figures too. */
export function useRefreshRecords(): () => Promise<void> {
  const queryClient = useQueryClient();
  return useCallback(async () => {
    const stale = new Set<unknown>(RECORD_QUERIES);
    await queryClient.invalidateQueries({
      predicate: ({ queryKey: [name] }) =>
        stale.has(name) || (typeof name === 'string' && name.startsWith('Dashboard')),
    });
  }, [queryClient]);
}
