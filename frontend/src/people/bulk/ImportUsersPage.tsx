import { Anchor, Button, Group, Stack, Stepper, Text, ThemeIcon } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconCheck, IconDownload } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { PageHeader, SettingsPage } from '@/design';
import { useLanguage } from '@/i18n';
import { UploadBox } from '@/importing/UploadBox';
import classes from '@/importing/ImportPage.module.css';

import { templateAddress } from './user-import';
import { UserImportCheck } from './UserImportCheck';

const STEPS = ['file', 'check', 'done'] as const;

/** Many people at once, from a workbook: all of them or nobody. */
export function ImportUsersPage() {
  const { t } = useTranslation('people');
  const [uploadId, setUploadId] = useState<string | null>(null);
  const [invitedCount, setInvitedCount] = useState<number | null>(null);
  const step = invitedCount !== null ? 'done' : uploadId ? 'check' : 'file';
  const isNarrow = useMediaQuery('(max-width: 48em)');
  const startOver = () => {
    setUploadId(null);
    setInvitedCount(null);
  };
  return (
    <SettingsPage
      header={
        <PageHeader
          title={t('bulk.title')}
          help={t('bulk.help')}
          breadcrumbs={[{ label: t('title'), link: { to: '/people' } }]}
        />
      }
    >
      <div className={classes.wizard}>
        <Stepper active={STEPS.indexOf(step)} size="sm" allowNextStepsSelect={false} mb="lg">
          {STEPS.map((one) => (
            <Stepper.Step
              key={one}
              component="div"
              label={isNarrow && one !== step ? undefined : t(`bulk.step.${one}`)}
            />
          ))}
        </Stepper>
        {invitedCount !== null ? (
          <Done count={invitedCount} onAgain={startOver} />
        ) : uploadId ? (
          <UserImportCheck uploadId={uploadId} onBack={startOver} onDone={setInvitedCount} />
        ) : (
          <FileStep onUploaded={setUploadId} />
        )}
      </div>
    </SettingsPage>
  );
}

function FileStep({ onUploaded }: { onUploaded: (uploadId: string) => void }) {
  const { t } = useTranslation('people');
  const language = useLanguage();
  return (
    <Stack gap="md">
      <Text fz="sm">
        {t('bulk.template')}{' '}
        <Anchor href={templateAddress(language)} download inherit underline="always">
          <IconDownload size={14} aria-hidden style={{ verticalAlign: '-0.1em' }} />{' '}
          {t('bulk.downloadTemplate')}
        </Anchor>
      </Text>
      <UploadBox what={t('bulk.what')} onUploaded={onUploaded} />
    </Stack>
  );
}

function Done({ count, onAgain }: { count: number; onAgain: () => void }) {
  const { t } = useTranslation('people');
  return (
    <Stack align="center" gap="sm" py="xl" ta="center" role="status">
      <ThemeIcon size={48} radius="xl" variant="light" color="green" aria-hidden>
        <IconCheck size={26} />
      </ThemeIcon>
      <Text fw={600}>{t('bulk.done', { count })}</Text>
      <Group gap="xs" mt="xs" justify="center">
        <Button variant="default" onClick={onAgain}>
          {t('bulk.again')}
        </Button>
        <Button
          renderRoot={(props) => <Link {...props} to="/people" search={{ status: 'invited' }} />}
        >
          {t('bulk.toPeople')}
        </Button>
      </Group>
    </Stack>
  );
}
