import { Alert, Button, Group, Progress, Stack, Text, ThemeIcon } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

import { ErrorState, FormErrors } from '@/design';
import { useUserErrors } from '@/graphql';
import { type Job, isFinished } from '@/jobs/job';
import { useJob } from '@/jobs/useJob';
import { useRefreshRecords } from '@/registers/record/useRefreshRecords';

import type { ImportWizard } from './useImportWizard';

/** The import at work, and its outcome. */
export function RunStep({ wizard }: { wizard: ImportWizard }) {
  const { job, error, cancel } = useJob(wizard.run?.jobId ?? null);
  const refresh = useRefreshRecords();
  const state = job?.state;
  useEffect(() => {
    if (state === 'SUCCEEDED') void refresh();
  }, [state, refresh]);

  if (error) return <ErrorState error={error} />;
  if (!job || !isFinished(job.state)) return <Running job={job} onCancel={cancel} />;
  if (job.state === 'SUCCEEDED') return <Done job={job} wizard={wizard} />;
  return <NotDone job={job} wizard={wizard} />;
}

function Running({ job, onCancel }: { job: Job | null; onCancel: (() => void) | undefined }) {
  const { t } = useTranslation('importing');
  const share = job?.total ? (job.done / job.total) * 100 : null;
  return (
    <Stack gap="xs" py="xl">
      <Group justify="space-between">
        <Text fz="sm" role="status">
          {job?.state === 'RUNNING' ? t('run.running') : t('run.queued')}
        </Text>
        {onCancel && (
          <Button variant="default" size="xs" onClick={onCancel}>
            {t('run.cancel')}
          </Button>
        )}
      </Group>
      <Progress
        size="lg"
        value={share ?? 100}
        animated={share === null}
        aria-label={t('run.running')}
      />
      <Text fz="xs" c="dimmed">
        {t('run.allOrNothing')}
      </Text>
    </Stack>
  );
}

function Done({ job, wizard }: { job: Job; wizard: ImportWizard }) {
  const { t } = useTranslation('importing');
  const { created = 0, updated = 0, unchanged = 0 } = job.importSummary ?? {};
  const conflictCount = wizard.run?.conflictCount ?? 0;
  const formKey = job.importSummary?.formKey ?? wizard.formKey;
  return (
    <Stack align="center" gap="sm" py="xl" ta="center" role="status">
      <ThemeIcon size={48} radius="xl" variant="light" color="green" aria-hidden>
        <IconCheck size={26} />
      </ThemeIcon>
      <Text fw={600}>{t('done.title')}</Text>
      <Text fz="sm" c="dimmed">
        {t('done.summary', { created, updated, unchanged })}
      </Text>
      {conflictCount > 0 && (
        <Text fz="sm" c="dimmed">
          {t('done.left', { count: conflictCount })}
        </Text>
      )}
      <Group gap="xs" mt="xs" justify="center">
        <Button variant="default" onClick={wizard.startOver}>
          {t('done.another')}
        </Button>
        <Button
          renderRoot={(props) => (
            <Link
              {...props}
              to="/registers/$formKey"
              params={{ formKey }}
              search={{ sort: '-updated' }}
            />
          )}
        >
          {t('done.toRegister')}
        </Button>
      </Group>
    </Stack>
  );
}

function NotDone({ job, wizard }: { job: Job; wizard: ImportWizard }) {
  const { t } = useTranslation('importing');
  const { general } = useUserErrors();
  return (
    <>
      <FormErrors errors={general(job.errors, [])} />
      <Alert color="orange" title={t(job.state === 'CANCELLED' ? 'run.cancelled' : 'run.failed')}>
        {t('run.nothingChanged')}
      </Alert>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={wizard.startOver}>
          {t('done.another')}
        </Button>
        <Button
          onClick={() => {
            wizard.goTo('preview');
          }}
        >
          {t('run.again')}
        </Button>
      </Group>
    </>
  );
}
