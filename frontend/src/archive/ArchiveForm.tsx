import { Button, Group, Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { PasswordField } from '@/auth/PasswordField';
import { FormErrors } from '@/design';
import { ExportProgress } from '@/exporting/ExportProgress';
import { LanguageChoice } from '@/exporting/LanguageChoice';
import { type ExportArchiveInput, useWrite } from '@/graphql';
import { toLocale, useLanguage } from '@/i18n';

import { ExportArchiveDocument } from './archive-documents';

/** Who opens the archive. */
const WAYS = ['PASSPHRASE', 'RECIPIENT', 'NONE'] as const;
type Way = (typeof WAYS)[number];

/** The choice of encryption and language, and the making of the archive. */
export function ArchiveForm() {
  const { t } = useTranslation('archive');
  const [locale, setLocale] = useState(toLocale(useLanguage()));
  const [way, setWay] = useState<Way>('PASSPHRASE');
  const [passphrase, setPassphrase] = useState('');
  const [repeated, setRepeated] = useState('');
  const [recipient, setRecipient] = useState('');
  const [hasTried, setTried] = useState(false);
  const [jobId, setJobId] = useState<string | null>(null);
  const { write, isPending, errorOf, general } = useWrite(ExportArchiveDocument, {
    payload: (reply) => reply.exportArchive,
    fields: ['passphrase', 'recipient'],
  });
  const differs = way === 'PASSPHRASE' && passphrase !== repeated;

  const start = async (): Promise<void> => {
    setTried(true);
    if (differs) return;
    const input: ExportArchiveInput = { locale };
    if (way === 'PASSPHRASE') input.encryption = { passphrase };
    if (way === 'RECIPIENT') input.encryption = { recipient };
    const payload = await write({ input });
    if (!payload?.job) return;
    setJobId(payload.job.id);
    // It is kept nowhere, this page included.
    setPassphrase('');
    setRepeated('');
    setTried(false);
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      <Stack gap="md">
        <FormErrors errors={general} />
        <Radio.Group
          label={t('encryption.label')}
          value={way}
          onChange={(chosen) => {
            setWay(WAYS.find((known) => known === chosen) ?? 'PASSPHRASE');
          }}
        >
          <Stack gap="xs" mt="xs">
            {WAYS.map((known) => (
              <Radio
                key={known}
                value={known}
                label={t(`encryption.${known}`)}
                description={t(`encryption.${known}_HELP`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        {way === 'PASSPHRASE' && (
          <>
            <PasswordField
              label={t('passphrase.label')}
              autoComplete="new-password"
              value={passphrase}
              onChange={(event) => {
                setPassphrase(event.currentTarget.value);
              }}
              error={errorOf.passphrase}
            />
            <PasswordField
              label={t('passphrase.repeat')}
              autoComplete="new-password"
              value={repeated}
              onChange={(event) => {
                setRepeated(event.currentTarget.value);
              }}
              error={hasTried && differs && t('passphrase.differs')}
            />
          </>
        )}
        {way === 'RECIPIENT' && (
          <TextInput
            label={t('recipient.label')}
            placeholder={t('recipient.placeholder')}
            spellCheck={false}
            autoComplete="off"
            value={recipient}
            onChange={(event) => {
              setRecipient(event.currentTarget.value);
            }}
            error={errorOf.recipient}
          />
        )}
        <LanguageChoice value={locale} onChange={setLocale} />
        <Group>
          <Button type="submit" loading={isPending}>
            {t('start')}
          </Button>
        </Group>
      </Stack>
      {jobId !== null && (
        <ExportProgress
          jobId={jobId}
          title={t('progress.title')}
          whatNow={t('progress.whatNow')}
          onClose={() => {
            setJobId(null);
          }}
        />
      )}
    </form>
  );
}
