import { Button, Menu } from '@mantine/core';
import {
  IconChevronDown,
  IconFileExport,
  IconFileSpreadsheet,
  IconFileTypeCsv,
  IconFileTypePdf,
} from '@tabler/icons-react';
import { Suspense, lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ExportFormat } from '@/graphql';
import type { ListState } from '@/registers/list/list-state';
import type { RegisterForm } from '@/registers/register-form';

const ExportDialog = lazy(() => import('./ExportDialog'));

const FORMATS = [
  { format: 'XLSX', Icon: IconFileSpreadsheet },
  { format: 'PDF', Icon: IconFileTypePdf },
  { format: 'CSV', Icon: IconFileTypeCsv },
] as const satisfies { format: ExportFormat; Icon: unknown }[];

export interface ExportButtonProps {
  form: RegisterForm;
  state: ListState;
  /** Ids of the columns on screen, in order. */
  columns: readonly string[];
  /** Number of records the filter leaves. */
  total: number;
}

export function ExportButton(props: ExportButtonProps) {
  const { t } = useTranslation('exporting');
  const [format, setFormat] = useState<ExportFormat | null>(null);
  return (
    <>
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
          {FORMATS.map(({ format: choice, Icon }) => (
            <Menu.Item
              key={choice}
              leftSection={<Icon size={16} aria-hidden />}
              onClick={() => {
                setFormat(choice);
              }}
            >
              {t(`format.${choice}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {format && (
        <Suspense>
          <ExportDialog
            {...props}
            format={format}
            onClose={() => {
              setFormat(null);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
