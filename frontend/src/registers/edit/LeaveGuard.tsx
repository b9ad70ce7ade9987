import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { ConfirmDialog } from '@/design';

interface LeaveGuardProps {
  isDirty: () => boolean;
  /** What is not saved; changes, unless told otherwise. */
  title?: string;
  /** What becomes of the work; lost, unless told otherwise. */
  message?: string;
}

/** Asks before unsaved work is thrown away, also when the browser's tab is closed. */
export function LeaveGuard({ isDirty, title, message }: LeaveGuardProps) {
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
      title={title ?? t('edit.leave.title')}
      message={message ?? t('edit.leave.message')}
      confirmLabel={t('edit.leave.confirm')}
      isDanger
    />
  );
}
