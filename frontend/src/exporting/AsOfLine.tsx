import { Group, Text } from '@mantine/core';
import { IconCalendarTime } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { useAsOf } from '@/looking-back/looked-at';

/** In the dialog of a file: the past day it tells about, if any. */
export function AsOfLine() {
  const { t } = useTranslation('exporting');
  const day = useAsOf();
  if (day === null) return null;
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start">
      <IconCalendarTime size={18} aria-hidden style={{ flex: 'none' }} />
      <Text fz="sm">{t('asOf', { day })}</Text>
    </Group>
  );
}
