import { Button, type ButtonProps } from '@mantine/core';
import { IconDatabaseImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { TakeDialog, type TakeDialogProps } from './TakeDialog';

type TakeButtonProps = Pick<TakeDialogProps, 'form' | 'records' | 'restoreId'> &
  Pick<ButtonProps, 'size'> & { onTaken?: () => void };

/** Takes records back from the back-up that is looked into, after showing what that changes. */
export function TakeButton({ size, onTaken, ...asked }: TakeButtonProps) {
  const { t } = useTranslation('records');
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button
        {...(size !== undefined && { size })}
        leftSection={<IconDatabaseImport size={16} aria-hidden />}
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('taking.action')}
      </Button>
      {isAsking && (
        <TakeDialog
          {...asked}
          onClose={() => {
            setAsking(false);
          }}
          onTaken={() => {
            setAsking(false);
            onTaken?.();
          }}
        />
      )}
    </>
  );
}
