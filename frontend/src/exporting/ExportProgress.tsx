import { Alert, Anchor, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { ProgressDialog } from '@/design';
import { type ExportFormat, useUserErrors } from '@/graphql';
import { download } from '@/jobs/download';
import { isFinished } from '@/jobs/job';
import { useJob } from '@/jobs/useJob';

interface ExportProgressProps {
  jobId: string;
  format?: ExportFormat;
  /** What is made, when that is no export of records. */
  title?: string;
  /** What to do when it failed, when a filter does not help. */
  whatNow?: string;
  onClose: () => void;
}

/** Follows an export; the download begins of itself when the file is there. */
export function ExportProgress(props: ExportProgressProps) {
  const { jobId, format = 'XLSX', title, whatNow, onClose } = props;
  const { t } = useTranslation('exporting');
  const { sentence } = useUserErrors();
  const { job, error, cancel } = useJob(jobId);
  const url = job?.downloadUrl ?? null;
  useDownloadOnce(url);

  const isOver = error !== null || (job !== null && isFinished(job.state));
  return (
    <ProgressDialog
      opened
      title={title ?? t('progress.title', { format: t(`format.${format}`) })}
      done={job?.done ?? 0}
      total={job?.total ?? null}
      stateText={error ? t('progress.lost') : t(`progress.${job?.state ?? 'QUEUED'}`)}
      onCancel={cancel}
      onClose={isOver ? onClose : undefined}
    >
      {url && (
        <Text fz="sm">
          {t('progress.started')}{' '}
          <Anchor href={url} download inherit underline="always">
            {t('progress.again', { name: job?.fileName ?? t(`format.${format}`) })}
          </Anchor>
        </Text>
      )}
      {job?.state === 'FAILED' && (
        <Alert color="red">
          {job.errors.map((failure) => sentence(failure)).join(' ')}{' '}
          {whatNow ?? t('progress.whatNow')}
        </Alert>
      )}
    </ProgressDialog>
  );
}

function useDownloadOnce(url: string | null): void {
  const begun = useRef<string | null>(null);
  useEffect(() => {
    if (url === null || begun.current === url) return;
    begun.current = url;
    download(url);
  }, [url]);
}
