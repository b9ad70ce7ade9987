import { Button, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { DialogPattern, FormErrors } from '@/design';
import { type ExportFormat, useDocumentMutation, useUserErrors } from '@/graphql';
import { toLocale, useLanguage } from '@/i18n';
import { useAsOf } from '@/looking-back/looked-at';
import { isNarrowed } from '@/registers/list/list-state';

import type { ExportButtonProps } from './ExportButton';
import { AsOfLine } from './AsOfLine';
import { StartExportDocument } from './export-documents';
import { type ExportChoice, toExportInput } from './export-request';
import { ExportProgress } from './ExportProgress';
import { LanguageChoice } from './LanguageChoice';

type ExportDialogProps = ExportButtonProps & { format: ExportFormat; onClose: () => void };

/** Asks what is to be in the file, then follows the making of it. */
export default function ExportDialog(props: ExportDialogProps) {
  const { form, state, columns, format, onClose } = props;
  const { t } = useTranslation('exporting');
  const language = useLanguage();
  const asOf = useAsOf();
  const [choice, setChoice] = useState<Omit<ExportChoice, 'format' | 'asOf'>>({
    columns: 'screen',
    locale: toLocale(language),
  });
  const { general } = useUserErrors();
  const { mutate, data, isPending } = useDocumentMutation(StartExportDocument);
  const jobId = data?.startExport.job?.id;

  if (jobId) return <ExportProgress jobId={jobId} format={format} onClose={onClose} />;
  return (
    <DialogPattern
      opened
      onClose={onClose}
      title={t('title', { name: form.name, format: t(`format.${format}`) })}
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            loading={isPending}
            data-autofocus
            onClick={() => {
              mutate({
                input: toExportInput({ form, state, columns }, { ...choice, format, asOf }),
              });
            }}
          >
            {t('start')}
          </Button>
        </>
      }
    >
      <Stack gap="md">
        <FormErrors errors={general(data?.startExport.userErrors ?? [], [])} />
        <Text fz="sm">
          {t(isNarrowed(state) ? 'scope.filtered' : 'scope.all', { count: props.total })}
        </Text>
        <AsOfLine />
        <Radio.Group
          label={t('columns.label')}
          value={choice.columns}
          onChange={(value) => {
            setChoice({ ...choice, columns: value === 'all' ? 'all' : 'screen' });
          }}
        >
          <Stack gap="xs" mt="xs">
            <Radio value="screen" label={t('columns.screen')} />
            <Radio value="all" label={t('columns.all')} />
          </Stack>
        </Radio.Group>
        <LanguageChoice
          value={choice.locale}
          onChange={(locale) => {
            setChoice({ ...choice, locale });
          }}
        />
      </Stack>
    </DialogPattern>
  );
}
