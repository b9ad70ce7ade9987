import { Anchor, Box, Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy, IconExternalLink } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { CodeForm } from './CodeForm';
import classes from './EnrollmentGuide.module.css';
import type { Enrollment } from './EnrollmentStep';
import type { Attempt } from './use-attempt';

/** Product names; the same in every language. Free, and found in both app shops unless noted. */
const APPS = ['Microsoft Authenticator', 'Google Authenticator', '2FAS Auth', 'Aegis (Android)'];

export interface EnrollmentGuideProps {
  enrollment: Enrollment;
  attempt: Attempt;
  onCode: (code: string) => Promise<boolean>;
}

export function EnrollmentGuide({ enrollment, attempt, onCode }: EnrollmentGuideProps) {
  const { t } = useTranslation('auth');
  return (
    <ol className={classes.steps}>
      <Step title={t('enrollment.app.title')}>
        <Text size="sm">{t('enrollment.app.detail')}</Text>
        <ul className={classes.apps}>
          {APPS.map((app) => (
            <li key={app}>{app}</li>
          ))}
        </ul>
      </Step>
      <Step title={t('enrollment.account.title')}>
        <AccountDetails enrollment={enrollment} />
      </Step>
      <Step title={t('enrollment.confirm.title')}>
        <Text size="sm">{t('enrollment.confirm.detail')}</Text>
        <Box maw="24rem">
          <CodeForm attempt={attempt} onCode={onCode} />
        </Box>
      </Step>
    </ol>
  );
}

function Step({ title, children }: { title: string; children: ReactNode }) {
  return (
    <li className={classes.step}>
      <Stack gap="xs">
        <Text component="h2" fw={650}>
          {title}
        </Text>
        {children}
      </Stack>
    </li>
  );
}

function AccountDetails({ enrollment }: { enrollment: Enrollment }) {
  const { t } = useTranslation('auth');
  const { qrSvg, secret, otpauthUri, issuer, accountName } = enrollment;
  return (
    <div className={classes.account}>
      <img
        className={classes.qr}
        src={`data:image/svg+xml;utf8,${encodeURIComponent(qrSvg)}`}
        alt={t('enrollment.account.qrAlt', { account: `${issuer}: ${accountName}` })}
        width={192}
        height={192}
      />
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{t('enrollment.account.detail')}</Text>
        <Text size="sm">{t('enrollment.account.manual')}</Text>
        <Code className={classes.secret} data-testid="secret">
          {secret}
        </Code>
        <Group gap="xs">
          <CopyButton value={secret.replaceAll(' ', '')} timeout={3000}>
            {({ copied, copy }) => (
              <Button
                variant="default"
                size="compact-md"
                leftSection={
                  copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />
                }
                onClick={copy}
              >
                <span aria-live="polite">
                  {copied ? t('enrollment.account.copied') : t('enrollment.account.copy')}
                </span>
              </Button>
            )}
          </CopyButton>
        </Group>
        <Anchor href={otpauthUri} size="sm" hiddenFrom="md">
          <Group gap={4} component="span">
            <IconExternalLink size={16} aria-hidden />
            {t('enrollment.account.open')}
          </Group>
        </Anchor>
      </Stack>
    </div>
  );
}
