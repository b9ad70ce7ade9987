import { Button, CopyButton, Stack } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Something to copy, with the button for it. */
export function CopyText({ text, children }: { text: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs" align="stretch">
      {children}
      <CopyButton value={text} timeout={3000}>
        {({ copied, copy }) => (
          <Button
            variant="default"
            size="compact-md"
            style={{ alignSelf: 'flex-start' }}
            leftSection={
              copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />
            }
            onClick={copy}
          >
            <span aria-live="polite">{copied ? t('action.copied') : t('action.copy')}</span>
          </Button>
        )}
      </CopyButton>
    </Stack>
  );
}
