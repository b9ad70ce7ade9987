import { Button, Code, CopyButton, Group, List, Stack, Text, Title } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { DialogPattern } from '@/design';

import type { AuditChain } from './audit-documents';
import classes from './audit.module.css';

/** What an auditor runs, without access to this environment. */
const command = (publicKey: string) =>
  `waarborg audit verify --file log.ndjson --heads witness --public-key '${publicKey}'`;

const STEPS = ['export', 'key', 'run', 'outcome'] as const;

interface ProofDialogProps {
  chain: AuditChain;
  onClose: () => void;
}

/** How somebody else can check the log with the public key alone. */
export function ProofDialog({ chain, onClose }: ProofDialogProps) {
  const { t } = useTranslation(['audit', 'app']);
  return (
    <DialogPattern
      opened
      onClose={onClose}
      size="lg"
      title={t('proof.title')}
      footer={
        <Button variant="default" onClick={onClose}>
          {t('app:action.close')}
        </Button>
      }
    >
      <Stack gap="md">
        <Text fz="sm">{t('proof.how')}</Text>
        <Copied label={t('proof.publicKey')} value={chain.publicKey} />
        <Copied label={t('proof.head')} value={chain.headHash} />
        <div>
          <Title order={3} size="h4" mb={4}>
            {t('proof.offline')}
          </Title>
          <List type="ordered" size="sm" spacing={4}>
            {STEPS.map((step) => (
              <List.Item key={step}>{t(`proof.step.${step}`)}</List.Item>
            ))}
          </List>
          <Code block mt="xs" className={classes.command}>
            {command(chain.publicKey)}
          </Code>
        </div>
      </Stack>
    </DialogPattern>
  );
}

function Copied({ label, value }: { label: string; value: string }) {
  const { t } = useTranslation();
  return (
    <div>
      <Group justify="space-between" gap="xs" mb={2}>
        <Title order={3} size="h4">
          {label}
        </Title>
        <CopyButton value={value}>
          {({ copied, copy }) => (
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={`${label}: ${t('action.copy')}`}
              leftSection={
                copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />
              }
              onClick={copy}
            >
              {copied ? t('action.copied') : t('action.copy')}
            </Button>
          )}
        </CopyButton>
      </Group>
      <Text className={classes.hash}>{value}</Text>
    </div>
  );
}
