import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import '@mantine/dropzone/styles.layer.css';
import { IconFileSpreadsheet, IconUpload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { AppError, useUserErrors } from '@/graphql';
import { useLanguage } from '@/i18n';

import { useUpload } from './useUpload';

interface UploadBoxProps {
  /** What the workbook must hold. */
  what: string;
  onUploaded: (uploadId: string) => void;
}

/** Takes a workbook and sends it, showing how far it is and what goes wrong. */
export function UploadBox({ what, onUploaded }: UploadBoxProps) {
  const { t } = useTranslation('importing');
  const upload = useUpload(onUploaded);
  return (
    <Stack gap="md">
      <UploadFailure upload={upload} />
      {upload.isSending ? (
        <Sending share={upload.share} onCancel={upload.cancel} />
      ) : (
        <Dropzone
          multiple={false}
          aria-label={t('file.drop')}
          inputProps={{ 'aria-label': t('file.drop') }}
          onDrop={([file]) => {
            if (file) upload.send(file);
          }}
        >
          <Stack align="center" gap={4} py="xl" ta="center">
            <IconFileSpreadsheet size={40} stroke={1.5} aria-hidden />
            <Text fw={600}>{t('file.drop')}</Text>
            <Text fz="sm" c="dimmed">
              {what}
            </Text>
          </Stack>
        </Dropzone>
      )}
    </Stack>
  );
}

function Sending({ share, onCancel }: { share: number; onCancel: () => void }) {
  const { t } = useTranslation('importing');
  const language = useLanguage();
  const percent = new Intl.NumberFormat(language, { style: 'percent' }).format(share);
  return (
    <Stack gap="xs" py="xl">
      <Group justify="space-between">
        <Group gap="xs">
          <IconUpload size={18} aria-hidden />
          <Text fz="sm" role="status">
            {share < 1 ? t('file.sending', { percent }) : t('file.checking')}
          </Text>
        </Group>
        <Button variant="subtle" size="compact-sm" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </Group>
      <Progress value={share * 100} animated aria-label={t('file.sending', { percent })} />
    </Stack>
  );
}

function UploadFailure({ upload }: { upload: ReturnType<typeof useUpload> }) {
  const { t } = useTranslation(['importing', 'errors']);
  const { sentence } = useUserErrors();
  const { refused, error } = upload;
  if (refused.length === 0 && !error) return null;
  const code = error instanceof AppError ? error.code : 'INTERNAL';
  return (
    <Alert color="red" role="alert" title={t('file.failed')}>
      {refused.length > 0
        ? refused.map((refusal) => sentence(refusal)).join(' ')
        : t(`errors:app.${code}.detail`)}
    </Alert>
  );
}
