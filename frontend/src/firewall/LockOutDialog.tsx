import { Button, List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { DialogPattern } from '@/design';

import type { FirewallControl } from './useFirewallDraft';

interface LockOutDialogProps {
  control: FirewallControl;
  viewerAddress: string;
}

/** A change that would shut out its own maker: how to go on. */
export function LockOutDialog({ control, viewerAddress }: LockOutDialogProps) {
  const { t } = useTranslation('firewall');
  return (
    <DialogPattern
      opened={control.locksOut}
      onClose={control.forgetRefusals}
      title={t('lockOut.title')}
      size="lg"
      footer={
        <>
          <Button
            variant="default"
            loading={control.isPending}
            onClick={() => void control.save(true)}
          >
            {t('lockOut.ask')}
          </Button>
          <Button data-autofocus onClick={control.forgetRefusals}>
            {t('lockOut.back')}
          </Button>
        </>
      }
    >
      <Stack gap="sm">
        <Text fz="sm">{t('lockOut.what', { address: viewerAddress })}</Text>
        <Text fz="sm" fw={550}>
          {t('lockOut.ways')}
        </Text>
        <List size="sm" spacing={6}>
          <List.Item>{t('lockOut.wayAdd', { address: viewerAddress })}</List.Item>
          <List.Item>{t('lockOut.wayConfirm')}</List.Item>
          <List.Item>{t('lockOut.wayOperator')}</List.Item>
        </List>
      </Stack>
    </DialogPattern>
  );
}
