import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { useLanguage } from '@/i18n';
import { formatNumber } from '@/i18n/formats';

import { DialogPattern } from './DialogPattern';

export interface ProgressDialogProps {
  opened: boolean;
  title: string;
  /** Units done, and in all; null while the total is not known. */
  done: number;
  total: number | null;
  /** Where it stands in words, read out when it changes. */
  stateText: string;
  /** While it can be stopped. */
  onCancel?: () => void;
  /** When it is over, or may go on out of sight. */
  onClose?: () => void;
  /** The outcome: a download button, a summary. */
  children?: ReactNode;
}

export function ProgressDialog(props: ProgressDialogProps) {
  const { opened, title, done, total, stateText, onCancel, onClose, children } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const share = total === null || total === 0 ? null : Math.min(100, (done / total) * 100);
  return (
    <DialogPattern
      opened={opened}
      onClose={onClose ?? (() => undefined)}
      title={title}
      isLocked={onClose === undefined}
      footer={
        <>
          {onCancel && (
            <Button variant="default" onClick={onCancel}>
              {t('action.cancel')}
            </Button>
          )}
          {onClose && (
            <Button variant={children ? 'default' : 'filled'} onClick={onClose}>
              {t('action.close')}
            </Button>
          )}
        </>
      }
    >
      <Stack gap="xs">
        <Progress.Root size="lg">
          <Progress.Section
            value={share ?? 100}
            animated={share === null}
            striped={share === null}
            aria-label={title}
          />
        </Progress.Root>
        <Group justify="space-between">
          <Text size="sm" role="status">
            {stateText}
          </Text>
          {total !== null && (
            <Text size="sm" c="dimmed" style={{ fontVariantNumeric: 'tabular-nums' }}>
              {formatNumber(done, language)} / {formatNumber(total, language)}
            </Text>
          )}
        </Group>
        {children}
      </Stack>
    </DialogPattern>
  );
}
