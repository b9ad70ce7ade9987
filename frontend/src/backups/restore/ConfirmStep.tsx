import { Stack, Text, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useEnvironment } from '@/auth/session';
import { Facts, FormErrors } from '@/design';
import { useUserErrors, useWrite } from '@/graphql';
import { useLanguage } from '@/i18n';
import { formatDateTime } from '@/i18n/formats';

import { BACKUP_QUERIES, RequestRestoreDocument } from '../backup-documents';
import { MOST_REASON, oneLine } from '../reason';
import { ReasonField } from '../ReasonField';
import { type Restorable, problemsOf } from './restore-rules';
import { StepTitle } from './StepTitle';
import { WizardButtons } from './WizardButtons';

const FIELDS = ['reason', 'confirmation'] as const;

/** Why, and that it is meant: nobody does this by accident. */
export function ConfirmStep({ run, onBack }: { run: Restorable; onBack: () => void }) {
  const { t } = useTranslation('backups');
  const language = useLanguage();
  const navigate = useNavigate();
  const { name } = useEnvironment();
  const { sentence } = useUserErrors();
  const [wish, setWish] = useState({ reason: '', confirmation: '' });
  const [wasTried, setTried] = useState(false);
  const { write, isPending, errorOf, general } = useWrite(RequestRestoreDocument, {
    payload: (reply) => reply.requestRestore,
    fields: FIELDS,
    refresh: BACKUP_QUERIES,
  });
  const moment = formatDateTime(run.takenAt, language);
  const problems = problemsOf(wish, name);
  const errorAt = (field: (typeof FIELDS)[number]) => {
    const code = wasTried ? problems[field] : undefined;
    return code ? sentence({ code, params: { max: MOST_REASON } }) : errorOf[field];
  };
  const send = async () => {
    setTried(true);
    if (problems.reason || problems.confirmation) return;
    const { reason, confirmation } = wish;
    const answer = await write({
      input: { backupId: run.id, reason: oneLine(reason), confirmation: confirmation.trim() },
    });
    const restoreId = answer?.restore?.id;
    if (restoreId === undefined) return;
    await navigate({ to: '/backups/restores/$restoreId', params: { restoreId }, replace: true });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <StepTitle title={t('restore.confirm.title')} takesFocus />
      <FormErrors errors={general} />
      <Stack gap="md" maw="36rem">
        <Facts
          facts={[
            [t('restore.confirm.to'), `${moment} (${t(`store.${run.tier}`)})`],
            [t('restore.confirm.lost'), t('restore.confirm.lostValue', { moment })],
          ]}
        />
        <ReasonField
          value={wish.reason}
          error={errorAt('reason')}
          onChange={(reason) => {
            setWish({ ...wish, reason });
          }}
        />
        <TextInput
          label={t('restore.confirm.name')}
          description={t('restore.confirm.nameHint', { name })}
          required
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={wish.confirmation}
          error={errorAt('confirmation')}
          onChange={({ currentTarget }) => {
            setWish({ ...wish, confirmation: currentTarget.value });
          }}
        />
        <Text fz="sm" c="dimmed">
          {t('restore.confirm.code')}
        </Text>
      </Stack>
      <WizardButtons
        onBack={onBack}
        submitLabel={t('restore.confirm.submit')}
        isDanger
        isPending={isPending}
      />
    </form>
  );
}
