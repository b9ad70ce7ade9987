import { Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ConfirmDialog } from '@/design';

import type { AskedStep } from './steps';

interface LifecycleDialogProps {
  step: AskedStep;
  records: readonly { code: string }[];
  isPending: boolean;
  onClose: () => void;
  onConfirm: () => void;
}

/** Asks before records go to the recycle bin; before they are gone for good, something is typed. */
export function LifecycleDialog(props: LifecycleDialogProps) {
  const { step, records, isPending, onClose, onConfirm } = props;
  const { t } = useTranslation('records');
  const [typed, setTyped] = useState('');
  const count = records.length;
  const code = records[0]?.code ?? '';
  /** The code of a single record, else how many there are. */
  const wanted = count === 1 ? code : String(count);
  return (
    <ConfirmDialog
      opened
      isDanger
      isPending={isPending}
      isBlocked={step === 'purge' && typed.trim().toUpperCase() !== wanted.toUpperCase()}
      onClose={onClose}
      onConfirm={onConfirm}
      title={t(`lifecycle.${step}.title`, { count, code })}
      confirmLabel={t(`lifecycle.${step}.confirm`)}
      message={
        step === 'delete' ? (
          t('lifecycle.delete.message', { count })
        ) : (
          <Stack gap="sm">
            {t('lifecycle.purge.message', { count })}
            <TextInput
              label={t('lifecycle.purge.type', { wanted })}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              value={typed}
              onChange={({ currentTarget }) => {
                setTyped(currentTarget.value);
              }}
            />
          </Stack>
        )
      }
    />
  );
}
