import { Suspense, lazy, useState } from 'react';

import { FormatMenu } from '@/exporting/FormatMenu';
import type { AuditFilter, ExportFormat } from '@/graphql';

const AuditExportDialog = lazy(() => import('./AuditExportDialog'));

export interface AuditExportButtonProps {
  filter: AuditFilter;
  /** Number of events the filter leaves. */
  total: number;
  isNarrowed: boolean;
}

export function AuditExportButton(props: AuditExportButtonProps) {
  const [format, setFormat] = useState<ExportFormat | null>(null);
  return (
    <>
      <FormatMenu onChoose={setFormat} />
      {format && (
        <Suspense>
          <AuditExportDialog
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
