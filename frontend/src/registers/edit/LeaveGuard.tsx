import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { ConfirmDialog } from '@/design';

/** Asks before unsaved work is thrown away, also when the browser's tab is closed. */
export function LeaveGuard({ isDirty }: { isDirty: () => boolean }) {
  const { t } = useTranslation('registers');
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: isDirty,
    enableBeforeUnload: isDirty,
    withResolver: true,
  });
  return (
    <ConfirmDialog
      opened={status === 'blocked'}
      onClose={() => reset?.()}
      onConfirm={() => proceed?.()}
      title={t('edit.leave.title')}
      message={t('edit.leave.message')}
      confirmLabel={t('edit.leave.confirm')}
      isDanger
    />
  );
}
