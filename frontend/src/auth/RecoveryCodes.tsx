import { Button, Checkbox, CopyButton, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy, IconDownload, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { useLanguage } from '@/i18n';
import { formatDate } from '@/i18n/formats';

import classes from './RecoveryCodes.module.css';
import { type RecoverySheet, recoverySheetText } from './recovery-code';
import { saveText } from './save-text';
import { useEnvironment } from './session';

export interface RecoveryCodesProps {
  codes: readonly string[];
  /** Whose they are: a username, or what was typed to sign in. */
  account: string;
  isKept: boolean;
  onKept: (isKept: boolean) => void;
}

/** Recovery codes, shown this once: to copy, save or print, and a tick that it was done. */
export function RecoveryCodes({ codes, account, isKept, onKept }: RecoveryCodesProps) {
  const { t } = useTranslation('auth');
  const sheet = useSheet(codes, account);
  return (
    <Stack gap="md">
      <div className={classes.sheet}>
        <div className={classes.printedOnly}>
          <Text fw={650}>{sheet.title}</Text>
          {sheet.facts.map((fact) => (
            <Text key={fact} size="sm">
              {fact}
            </Text>
          ))}
        </div>
        <ol className={classes.codes} aria-label={t('recovery.sheet.title')}>
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
      </div>
      <SheetButtons sheet={sheet} account={account} />
      <Checkbox
        label={t('recovery.kept')}
        checked={isKept}
        onChange={(event) => {
          onKept(event.currentTarget.checked);
        }}
      />
    </Stack>
  );
}

function SheetButtons({ sheet, account }: { sheet: RecoverySheet; account: string }) {
  const { t } = useTranslation(['auth', 'app']);
  return (
    <Group gap="xs">
      <CopyButton value={sheet.codes.join('\n')} timeout={3000}>
        {({ copied, copy }) => (
          <Button
            variant="default"
            leftSection={
              copied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />
            }
            onClick={copy}
          >
            <span aria-live="polite">{copied ? t('app:action.copied') : t('app:action.copy')}</span>
          </Button>
        )}
      </CopyButton>
      <Button
        variant="default"
        leftSection={<IconDownload size={18} aria-hidden />}
        onClick={() => {
          saveText(t('recovery.sheet.fileName', { account }), recoverySheetText(sheet));
        }}
      >
        {t('recovery.download')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconPrinter size={18} aria-hidden />}
        onClick={() => {
          window.print();
        }}
      >
        {t('recovery.print')}
      </Button>
    </Group>
  );
}

function useSheet(codes: readonly string[], account: string): RecoverySheet {
  const { t } = useTranslation('auth');
  const { name, host } = useEnvironment();
  const date = formatDate(new Date().toISOString(), useLanguage());
  return {
    title: t('recovery.sheet.title'),
    facts: [
      t('recovery.sheet.environment', { name, host }),
      t('recovery.sheet.account', { account }),
      t('recovery.sheet.date', { date }),
      t('recovery.sheet.once'),
    ],
    codes,
  };
}
