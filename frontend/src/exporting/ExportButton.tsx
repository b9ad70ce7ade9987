import { Menu } from '@mantine/core';
import { IconDownload, IconFileExport } from '@tabler/icons-react';
import { Suspense, lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ExportFormat } from '@/graphql';
import { useLookedInto } from '@/looking-back/looked-at';
import type { ListState } from '@/registers/list/list-state';
import type { RegisterForm } from '@/registers/register-form';

import { FormatMenu } from './FormatMenu';
import { NoExportButton } from './NoExportButton';
import { useTemplate } from './useTemplate';

const ExportDialog = lazy(() => import('./ExportDialog'));

export interface ExportButtonProps {
  form: RegisterForm;
  state: ListState;
  /** Ids of the columns on screen, in order. */
  columns: readonly string[];
  /** Number of records the filter leaves. */
  total: number;
}

/** Begins a file of the list as it is on screen. */
export function ExportButton(props: ExportButtonProps) {
  const { t } = useTranslation('exporting');
  const [format, setFormat] = useState<ExportFormat | null>(null);
  const template = useTemplate(props.form);
  if (useLookedInto()) {
    return <NoExportButton label={t('button')} icon={<IconFileExport size={16} aria-hidden />} />;
  }
  return (
    <>
      <FormatMenu onChoose={setFormat}>
        {props.form.viewerCanImport && (
          <>
            <Menu.Divider />
            <Menu.Item
              leftSection={<IconDownload size={16} aria-hidden />}
              onClick={template.start}
            >
              {t('template.button')}
            </Menu.Item>
          </>
        )}
      </FormatMenu>
      {template.dialog}
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
