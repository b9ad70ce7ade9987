import { Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { DialogPattern } from './DialogPattern';

export interface ConfirmDialogProps {
  opened: boolean;
  onClose: () => void;
  onConfirm: () => void;
  title: string;
  /** What will happen, and whether it can be undone. */
  message: ReactNode;
  /** A verb that says what is done, such as "Registratie verwijderen". */
  confirmLabel: string;
  isDanger?: boolean;
  isPending?: boolean;
  /** Something in the message must be done first. */
  isBlocked?: boolean;
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  const { opened, onClose, onConfirm, title, message, confirmLabel } = props;
  const { isDanger = false, isPending = false, isBlocked = false } = props;
  const { t } = useTranslation();
  return (
    <DialogPattern
      opened={opened}
      onClose={onClose}
      title={title}
      isLocked={isPending}
      footer={
        <>
          <Button variant="default" onClick={onClose} disabled={isPending} data-autofocus>
            {t('action.cancel')}
          </Button>
          <Button
            color={isDanger ? 'red.8' : undefined}
            onClick={onConfirm}
            loading={isPending}
            disabled={isBlocked}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      <Text component="div">{message}</Text>
    </DialogPattern>
  );
}
