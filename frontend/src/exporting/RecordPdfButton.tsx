import { Button } from '@mantine/core';
import { IconFileTypePdf } from '@tabler/icons-react';
import { Suspense, lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';

const RecordPdfDialog = lazy(() => import('./RecordPdfDialog'));

export interface ToldRecord {
  id: string;
  code: string;
}

/** A record to take along: all its fields and its history, as a PDF. */
export function RecordPdfButton({ record }: { record: ToldRecord }) {
  const { t } = useTranslation('exporting');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconFileTypePdf size={16} aria-hidden />}
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
