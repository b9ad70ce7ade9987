import { useQueryClient } from '@tanstack/react-query';

import { refreshViewer } from '@/auth/session';

/** After a change of how one signs in: the account, and what the shell knows of the viewer. */
export function useRefreshAccount(): () => Promise<void> {
  const queryClient = useQueryClient();
  return async () => {
    await Promise.all([
      refreshViewer(queryClient),
      ...['MyAccount', 'Passkeys', 'Sessions'].map((name) =>
        queryClient.invalidateQueries({ queryKey: [name] }),
      ),
    ]);
  };
}
