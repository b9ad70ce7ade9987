import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface WizardButtonsProps {
  onBack?: () => void;
  /** The way on. */
  children: ReactNode;
}

export function WizardButtons({ onBack, children }: WizardButtonsProps) {
  const { t } = useTranslation('importing');
  return (
    <Group justify="flex-end" mt="lg" gap="xs">
      {onBack && (
        <Button variant="default" onClick={onBack}>
          {t('back')}
        </Button>
      )}
      {children}
    </Group>
  );
}
