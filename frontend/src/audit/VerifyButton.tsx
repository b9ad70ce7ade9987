import { Alert, Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

import { ProgressDialog } from '@/design';
import { useDocumentMutation, useUserErrors } from '@/graphql';
import { isFinished } from '@/jobs/job';
import { useJob } from '@/jobs/useJob';

import { VerifyAuditChainDocument } from './audit-documents';

/** Checks the whole chain while one waits. */
export function VerifyButton() {
  const { t } = useTranslation('audit');
  const { mutate, data, isPending, reset } = useDocumentMutation(VerifyAuditChainDocument);
  const jobId = data?.verifyAuditChain.job?.id;
  return (
    <>
      <Button
        variant="default"
        loading={isPending}
        onClick={() => {
          mutate({});
        }}
      >
        {t('verify.button')}
      </Button>
      {jobId && <VerifyProgress jobId={jobId} onClose={reset} />}
    </>
  );
}

function VerifyProgress({ jobId, onClose }: { jobId: string; onClose: () => void }) {
  const { t } = useTranslation('audit');
  const { sentence } = useUserErrors();
  const queryClient = useQueryClient();
  const { job, error, cancel } = useJob(jobId);
  const isOver = error !== null || (job !== null && isFinished(job.state));
  useEffect(() => {
    if (!isOver) return;
    for (const name of ['AuditChain', 'AuditEvents']) {
      void queryClient.invalidateQueries({ queryKey: [name] });
    }
  }, [isOver, queryClient]);
  return (
    <ProgressDialog
      opened
      title={t('verify.title')}
      done={job?.done ?? 0}
      total={job?.total ?? null}
      stateText={error ? t('verify.lost') : t(`verify.${job?.state ?? 'QUEUED'}`)}
      onCancel={cancel}
      onClose={isOver ? onClose : undefined}
    >
      {job && job.errors.length > 0 && (
        <Alert color="red">{job.errors.map((failure) => sentence(failure)).join(' ')}</Alert>
      )}
    </ProgressDialog>
  );
}
