import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { DialogPattern, FormErrors } from '@/design';
import { ExportProgress } from '@/exporting/ExportProgress';
import { LanguageChoice } from '@/exporting/LanguageChoice';
import { type ExportFormat, useDocumentMutation, useUserErrors } from '@/graphql';
import { toLocale, useLanguage } from '@/i18n';

import { StartAuditExportDocument } from './audit-documents';
import type { AuditExportButtonProps } from './AuditExportButton';

interface AuditExportDialogProps extends AuditExportButtonProps {
  format: ExportFormat;
  onClose: () => void;
}

/** Says what will be in the file, then follows the making of it. */
export default function AuditExportDialog(props: AuditExportDialogProps) {
  const { filter, total, isNarrowed, format, onClose } = props;
  const { t } = useTranslation(['audit', 'exporting']);
  const language = useLanguage();
  const [locale, setLocale] = useState(toLocale(language));
  const { general } = useUserErrors();
  const { mutate, data, isPending } = useDocumentMutation(StartAuditExportDocument);
  const jobId = data?.startAuditExport.job?.id;

  if (jobId) return <ExportProgress jobId={jobId} format={format} onClose={onClose} />;
  return (
    <DialogPattern
      opened
      onClose={onClose}
      title={t('exporting:title', { name: t('title'), format: t(`exporting:format.${format}`) })}
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            {t('exporting:cancel')}
          </Button>
          <Button
            loading={isPending}
            data-autofocus
            onClick={() => {
              mutate({ input: { filter, format, locale } });
            }}
          >
            {t('exporting:start')}
          </Button>
        </>
      }
    >
      <Stack gap="md">
        <FormErrors errors={general(data?.startAuditExport.userErrors ?? [], [])} />
        <Text fz="sm">
          {t(isNarrowed ? 'exported.filtered' : 'exported.all', { count: total })}
        </Text>
        <LanguageChoice value={locale} onChange={setLocale} />
      </Stack>
    </DialogPattern>
  );
}
