import { useQueryClient } from '@tanstack/react-query';

import { BACKUP_QUERIES } from '@/backups/backup-documents';
import { notify } from '@/design';
import { graphql, useDocumentMutation, useUserErrors } from '@/graphql';

import { lookedAt } from './looked-at';
import { useBackToNow } from './useBackToNow';

const CloseBackupDocument = graphql(`
  mutation CloseBackup($id: ID!) {
    closeBackup(id: $id) {
      restore {
        id
      }
      userErrors {
        code
        path
        params
      }
    }
  }
`);

/** Closes a back-up that is looked into, or about to be; who looks into it here goes back to now. */
export function useCloseBackup() {
  const { sentence } = useUserErrors();
  const queryClient = useQueryClient();
  const backToNow = useBackToNow();
  const { mutateAsync, isPending } = useDocumentMutation(CloseBackupDocument);
  /** `message`: what is told once it is closed. */
  const close = async (restoreId: string, message: string): Promise<void> => {
    try {
      const [refused] = (await mutateAsync({ id: restoreId })).closeBackup.userErrors;
      // Too late: it was closed already, which is what was wanted.
      if (refused && refused.code !== 'TOO_LATE') {
        notify({ message: sentence(refused), isError: true });
        return;
      }
      const looked = lookedAt();
      if (looked?.kind === 'backup' && looked.restoreId === restoreId) backToNow();
      notify({ message });
    } catch {
      // A request that fails as a whole is told by the toast of the mutation cache.
    } finally {
      for (const name of BACKUP_QUERIES) {
        void queryClient.invalidateQueries({ queryKey: [name] });
      }
    }
  };
  return { close, isPending };
}
