import { Button, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface NoExportButtonProps {
  label: string;
  icon: ReactNode;
}

/** Where an export begins, while one looks into a back-up: it does not, and this says why. */
export function NoExportButton({ label, icon }: NoExportButtonProps) {
  const { t } = useTranslation('exporting');
  return (
    <Tooltip
      label={t('notFromBackup')}
      multiline
      withinPortal={false}
      w={260}
      events={{ hover: true, focus: true, touch: true }}
    >
      {/* Not `disabled`: the keyboard must come to it, to be told why. */}
      <Button variant="default" aria-disabled data-disabled leftSection={icon}>
        {label}
      </Button>
    </Tooltip>
  );
}
