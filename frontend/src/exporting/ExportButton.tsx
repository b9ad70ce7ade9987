import { Suspense, lazy, useState } from 'react';

import type { ExportFormat } from '@/graphql';
import type { ListState } from '@/registers/list/list-state';
import type { RegisterForm } from '@/registers/register-form';

import { FormatMenu } from './FormatMenu';

const ExportDialog = lazy(() => import('./ExportDialog'));

export interface ExportButtonProps {
  form: RegisterForm;
  state: ListState;
  /** Ids of the columns on screen, in order. */
  columns: readonly string[];
  /** Number of records the filter leaves. */
  total: number;
}

export function ExportButton(props: ExportButtonProps) {
  const [format, setFormat] = useState<ExportFormat | null>(null);
  return (
    <>
      <FormatMenu onChoose={setFormat} />
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
