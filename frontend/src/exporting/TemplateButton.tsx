import { Button, Group, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { RegisterForm } from '@/registers/register-form';

import { useTemplate } from './useTemplate';

/** Where an import begins: the workbook to fill in, for who has none yet. */
export function TemplateButton({ form }: { form: Pick<RegisterForm, 'key' | 'name'> }) {
  const { t } = useTranslation('exporting');
  const { start, isStarting, dialog } = useTemplate(form);
  return (
    <Group gap="sm" mt="md">
      <Text fz="sm" c="dimmed" flex="1 1 16rem">
        {t('template.hint')}
      </Text>
      <Button
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
        loading={isStarting}
        onClick={start}
      >
        {t('template.button')}
      </Button>
      {dialog}
    </Group>
  );
}
