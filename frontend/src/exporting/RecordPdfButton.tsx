import { Button } from '@mantine/core';
import { IconFileTypePdf } from '@tabler/icons-react';
import { Suspense, lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useLookedInto } from '@/looking-back/looked-at';

import { NoExportButton } from './NoExportButton';

const RecordPdfDialog = lazy(() => import('./RecordPdfDialog'));

export interface ToldRecord {
  id: string;
  code: string;
}

/** A record to take along: all its fields and its history, as a PDF. */
export function RecordPdfButton({ record }: { record: ToldRecord }) {
  const { t } = useTranslation('exporting');
  const isInBackup = useLookedInto() !== null;
  const [isOpen, setOpen] = useState(false);
  const icon = <IconFileTypePdf size={16} aria-hidden />;
  if (isInBackup) return <NoExportButton label={t('record.button')} icon={icon} />;
  return (
    <>
      <Button
        variant="default"
        leftSection={icon}
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('record.button')}
      </Button>
      {isOpen && (
        <Suspense>
          <RecordPdfDialog
            record={record}
            onClose={() => {
              setOpen(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
