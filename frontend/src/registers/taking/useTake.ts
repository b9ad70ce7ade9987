import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { notify } from '@/design';
import { type UserErrorLike, useDocumentMutation } from '@/graphql';
import { leaveClosedBackup, useSwitchTime } from '@/looking-back/switch-time';

import { sorted } from './taking';
import { type Comparison, TakeFromBackupDocument, type TakenRecord } from './taking-documents';

/** Takes records back from the back-up that is looked into: all of them or none. */
export function useTake(restoreId: string) {
  const queryClient = useQueryClient();
  const tell = useTold();
  const { mutateAsync, isPending } = useDocumentMutation(TakeFromBackupDocument);
  const [sent, setSent] = useState<readonly Comparison[]>([]);
  const [refused, setRefused] = useState<readonly UserErrorLike[]>([]);

  /** False when it was refused, or failed as a whole (of which a toast tells). */
  const take = async (chosen: readonly Comparison[]): Promise<boolean> => {
    setSent(chosen);
    setRefused([]);
    try {
      const recordIds = chosen.map(({ recordId }) => recordId);
      const { takeFromBackup } = await mutateAsync({ input: { restoreId, recordIds } });
      const { records, userErrors } = takeFromBackup;
      if (userErrors.some(({ code }) => code === 'BACKUP_NOT_OPEN')) {
        leaveClosedBackup(queryClient);
        return false;
      }
      setRefused(userErrors);
      if (userErrors.length > 0) return false;
      tell(records);
      void queryClient.invalidateQueries({ queryKey: ['AuditEvents'] });
      return true;
    } catch {
      return false;
    }
  };

  return { take, isPending, ...sorted(refused, sent) };
}

/** Says what was taken back, and leads to it as it is now. */
function useTold() {
  const { t } = useTranslation('records');
  const switchTime = useSwitchTime();
  const navigate = useNavigate();
  return (records: readonly TakenRecord[]) => {
    const [first] = records;
    if (!first) return;
    const formKey = first.form.key;
    const count = records.length;
    notify({
      message: t('taking.done', { count, code: first.code }),
      action: {
        label: t(count === 1 ? 'taking.seeOne' : 'taking.seeAll'),
        onClick: () => {
          switchTime(null);
          void (count === 1
            ? navigate({
                to: '/registers/$formKey/$number',
                params: { formKey, number: String(first.number) },
              })
            : navigate({ to: '/registers/$formKey', params: { formKey } }));
        },
      },
    });
  };
}
