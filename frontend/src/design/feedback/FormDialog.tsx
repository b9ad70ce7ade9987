import { Button, type MantineSize, Stack } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';

import { FormErrors } from '../page/FormPage';
import { DialogPattern } from './DialogPattern';

export interface FormDialogProps {
  opened: boolean;
  onClose: () => void;
  onSubmit: () => void;
  title: string;
  /** A verb that says what is done. */
  submitLabel: string;
  /** Sentences that belong to no single field. */
  errors?: readonly string[];
  isPending?: boolean;
  /** Something must be chosen first. */
  isBlocked?: boolean;
  size?: MantineSize;
  children: ReactNode;
}

/** A dialog with a small form: Enter sends it, Escape leaves it. */
export function FormDialog(props: FormDialogProps) {
  const { opened, onClose, onSubmit, title, submitLabel, size, children } = props;
  const { errors = [], isPending = false, isBlocked = false } = props;
  const { t } = useTranslation();
  const id = useId();
  return (
    <DialogPattern
      opened={opened}
      onClose={onClose}
      title={title}
      {...(size && { size })}
      footer={
        <>
          <Button variant="default" onClick={onClose} disabled={isPending}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" form={id} loading={isPending} disabled={isBlocked}>
            {submitLabel}
          </Button>
        </>
      }
    >
      <form
        id={id}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <FormErrors errors={errors} />
        <Stack gap="md">{children}</Stack>
      </form>
    </DialogPattern>
  );
}
