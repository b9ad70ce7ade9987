import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { DialogPattern, FormErrors } from '@/design';
import { graphql, useDocumentMutation, useUserErrors } from '@/graphql';
import { toLocale, useLanguage } from '@/i18n';
import { useAsOf } from '@/looking-back/looked-at';

import { AsOfLine } from './AsOfLine';
import { ExportProgress } from './ExportProgress';
import { LanguageChoice } from './LanguageChoice';
import type { ToldRecord } from './RecordPdfButton';

const StartRecordExportDocument = graphql(`
  mutation StartRecordExport($input: StartRecordExportInput!) {
    startRecordExport(input: $input) {
      job {
        id
      }
      userErrors {
        code
        path
        params
      }
    }
  }
`);

interface RecordPdfDialogProps {
  record: ToldRecord;
  onClose: () => void;
}

/** Asks for the language, then follows the making of the file. */
export default function RecordPdfDialog({ record, onClose }: RecordPdfDialogProps) {
  const { t } = useTranslation('exporting');
  const language = useLanguage();
  const asOf = useAsOf();
  const [locale, setLocale] = useState(() => toLocale(language));
  const { general } = useUserErrors();
  const { mutate, data, isPending } = useDocumentMutation(StartRecordExportDocument);
  const jobId = data?.startRecordExport.job?.id;

  if (jobId) return <ExportProgress jobId={jobId} format="PDF" onClose={onClose} />;
  return (
    <DialogPattern
      opened
      onClose={onClose}
      title={t('record.title', { code: record.code })}
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            loading={isPending}
            data-autofocus
            onClick={() => {
              const day = asOf === null ? {} : { asOf };
              mutate({ input: { recordId: record.id, locale, ...day } });
            }}
          >
            {t('record.start')}
          </Button>
        </>
      }
    >
      <Stack gap="md">
        <FormErrors errors={general(data?.startRecordExport.userErrors ?? [], [])} />
        <Text fz="sm">{t('record.scope')}</Text>
        <AsOfLine />
        <LanguageChoice value={locale} onChange={setLocale} />
      </Stack>
    </DialogPattern>
  );
}
