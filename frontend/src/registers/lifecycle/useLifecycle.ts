import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { notify } from '@/design';
import { type LifecycleOutcomeFragment, useDocumentMutation, useUserErrors } from '@/graphql';

import { useRefreshRecords } from '../record/useRefreshRecords';
import {
  ArchiveRecordsDocument,
  DeleteRecordsDocument,
  PurgeRecordsDocument,
  RestoreRecordsDocument,
  UnarchiveRecordsDocument,
} from './lifecycle-documents';
import { type LifecycleStep, UNDO } from './steps';

type Named = Pick<{ id: string; code: string }, 'id' | 'code'>;

/** The mutation of each step. */
function useSteps(): Record<LifecycleStep, (ids: string[]) => Promise<LifecycleOutcomeFragment>> {
  const archive = useDocumentMutation(ArchiveRecordsDocument);
  const unarchive = useDocumentMutation(UnarchiveRecordsDocument);
  const remove = useDocumentMutation(DeleteRecordsDocument);
  const restore = useDocumentMutation(RestoreRecordsDocument);
  const purge = useDocumentMutation(PurgeRecordsDocument);
  return {
    archive: async (ids) => (await archive.mutateAsync({ input: { ids } })).archiveRecords,
    unarchive: async (ids) => (await unarchive.mutateAsync({ input: { ids } })).unarchiveRecords,
    delete: async (ids) => (await remove.mutateAsync({ input: { ids } })).deleteRecords,
    restore: async (ids) => (await restore.mutateAsync({ input: { ids } })).restoreRecords,
    purge: async (ids) => (await purge.mutateAsync({ input: { ids } })).purgeRecords,
  };
}

/** Archives, throws away, brings back and purges: all of the records or none. */
export function useLifecycle() {
  const { t } = useTranslation('records');
  const { sentence } = useUserErrors();
  const refresh = useRefreshRecords();
  const steps = useSteps();
  const [isPending, setPending] = useState(false);

  /** False when it was refused, or failed as a whole (of which a toast tells). */
  const take = async (
    step: LifecycleStep,
    records: readonly Named[],
    onDone?: () => void,
  ): Promise<boolean> => {
    setPending(true);
    try {
      const { userErrors } = await steps[step](records.map((record) => record.id));
      const isDone = userErrors.length === 0;
      // Before the pages are asked anew: that of a record that is gone would say so.
      if (isDone) onDone?.();
      await refresh();
      if (isDone) tell(step, records);
      else {
        const reasons = userErrors.map((error) => {
          const code = records[Number(error.path.at(1))]?.code;
          return code ? `${code}: ${sentence(error)}` : sentence(error);
        });
        notify({ isError: true, title: t('lifecycle.failed'), message: reasons.join(' ') });
      }
      return isDone;
    } catch {
      return false;
    } finally {
      setPending(false);
    }
  };

  const tell = (step: LifecycleStep, records: readonly Named[]) => {
    const undo = UNDO[step];
    notify({
      message: t(`lifecycle.${step}.done`, {
        count: records.length,
        code: records[0]?.code ?? '',
      }),
      ...(undo && {
        action: { label: t('lifecycle.undo'), onClick: () => void take(undo, records) },
      }),
    });
  };

  return { take, isPending };
}
