import { Button, Menu } from '@mantine/core';
import {
  IconChevronDown,
  IconFileExport,
  IconFileSpreadsheet,
  IconFileTypeCsv,
  IconFileTypePdf,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import type { ExportFormat } from '@/graphql';

const FORMATS = [
  { format: 'XLSX', Icon: IconFileSpreadsheet },
  { format: 'PDF', Icon: IconFileTypePdf },
  { format: 'CSV', Icon: IconFileTypeCsv },
] as const satisfies { format: ExportFormat; Icon: unknown }[];

interface FormatMenuProps {
  onChoose: (format: ExportFormat) => void;
  /** More items, under the formats. */
  children?: ReactNode;
}

/** A button that asks which kind of file. */
export function FormatMenu({ onChoose, children }: FormatMenuProps) {
  const { t } = useTranslation('exporting');
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconFileExport size={16} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {t('button')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {FORMATS.map(({ format, Icon }) => (
          <Menu.Item
            key={format}
            leftSection={<Icon size={16} aria-hidden />}
            onClick={() => {
              onChoose(format);
            }}
          >
            {t(`format.${format}`)}
          </Menu.Item>
        ))}
        {children}
      </Menu.Dropdown>
    </Menu>
  );
}
