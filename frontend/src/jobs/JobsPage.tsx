import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import {
  IconBoxSeam,
  IconDownload,
  IconFileExport,
  IconFileImport,
  IconFileTypePdf,
  IconHistory,
  IconShieldCheck,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { EmptyState, ErrorState, ListPage, LoadingState, PageHeader, RelativeTime } from '@/design';
import { useUserErrors } from '@/graphql';

import { type Job, isFinished, jobsQuery } from './job';
import { JobStateBadge } from './JobStateBadge';
import classes from './JobsPage.module.css';
import { useJob } from './useJob';

export function JobsPage() {
  const { t } = useTranslation('jobs');
  const { data, error, refetch } = useQuery(jobsQuery());
  const jobs = data?.jobs.nodes;
  return (
    <ListPage header={<PageHeader title={t('title')} description={t('description')} />}>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !jobs ? (
        <LoadingState kind="list" />
      ) : jobs.length === 0 ? (
        <EmptyState
          icon={<IconHistory size={24} />}
          title={t('empty.title')}
          description={t('empty.detail')}
        />
      ) : (
        <Stack component="ul" gap={0} m={0} p={0} className={classes.list} aria-label={t('title')}>
          {jobs.map((job) => (
            <JobRow key={job.id} job={job} />
          ))}
        </Stack>
      )}
    </ListPage>
  );
}

const ICONS = {
  EXPORT: IconFileExport,
  RECORD_EXPORT: IconFileTypePdf,
  IMPORT: IconFileImport,
  AUDIT_EXPORT: IconFileExport,
  AUDIT_VERIFICATION: IconShieldCheck,
  ARCHIVE: IconBoxSeam,
} satisfies Record<Job['kind'], unknown>;

function JobRow({ job }: { job: Job }) {
  const { t } = useTranslation('jobs');
  const Icon = ICONS[job.kind];
  return (
    <li className={classes.row}>
      <Icon size={20} aria-hidden className={classes.icon} />
      <div className={classes.words}>
        <Text fz="sm" fw={550} style={{ overflowWrap: 'anywhere' }}>
          {job.fileName ?? t(`kind.${job.kind}`)}
        </Text>
        <Text fz="xs" c="dimmed" component="div">
          {job.fileName && <>{t(`kind.${job.kind}`)} · </>}
          <RelativeTime value={job.createdAt} />
        </Text>
        <JobOutcome job={job} />
      </div>
      <Group gap="xs" ml="auto" wrap="nowrap">
        <JobStateBadge job={job} />
        <JobAction job={job} />
      </Group>
    </li>
  );
}

function JobOutcome({ job }: { job: Job }) {
  const { t } = useTranslation('jobs');
  const { sentence } = useUserErrors();
  if (job.errors.length > 0) {
    return (
      <Alert color="red" mt={6} p="xs">
        {job.errors.map((error) => sentence(error)).join(' ')}
      </Alert>
    );
  }
  const summary = job.importSummary;
  if (!summary) return null;
  return (
    <Text fz="xs" mt={2}>
      {t('summary', {
        created: summary.created,
        updated: summary.updated,
        unchanged: summary.unchanged,
      })}{' '}
      <Anchor
        inherit
        renderRoot={(props) => (
          <Link {...props} to="/registers/$formKey" params={{ formKey: summary.formKey }} />
        )}
      >
        {t('toRegister')}
      </Anchor>
    </Text>
  );
}

function JobAction({ job }: { job: Job }) {
  const { t } = useTranslation('jobs');
  // Only a running job is followed: the list itself is looked at again as well.
  const { cancel } = useJob(isFinished(job.state) ? null : job.id);
  if (job.downloadUrl) {
    return (
      <Button
        component="a"
        href={job.downloadUrl}
        download
        size="xs"
        variant="default"
        aria-label={t('downloadOf', { name: job.fileName })}
        leftSection={<IconDownload size={14} aria-hidden />}
      >
        {t('download')}
      </Button>
    );
  }
  return cancel ? (
    <Button size="xs" variant="subtle" color="gray" onClick={cancel}>
      {t('cancel')}
    </Button>
  ) : null;
}
