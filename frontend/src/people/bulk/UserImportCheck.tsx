import { Alert, Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ErrorState, FormErrors, LoadingState } from '@/design';
import { useUserErrors, useWrite } from '@/graphql';
import { PlanErrors } from '@/importing/PlanErrors';
import { WizardButtons } from '@/importing/WizardButtons';

import { PEOPLE_QUERIES } from '../people-documents';
import { SendNowChoice } from '../SendNowChoice';
import { ImportUsersDocument, type UserImportPreview, userImportPreviewQuery } from './user-import';
import { UserImportRows } from './UserImportRows';

interface UserImportCheckProps {
  uploadId: string;
  onBack: () => void;
  onDone: (invitedCount: number) => void;
}

/** Who would be invited, and what is wrong; nothing has changed yet. */
export function UserImportCheck(props: UserImportCheckProps) {
  const { general } = useUserErrors();
  const { data, error, refetch } = useQuery(userImportPreviewQuery({ uploadId: props.uploadId }));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState kind="form" rows={5} />;
  return data.preview ? (
    <Preview {...props} preview={data.preview} />
  ) : (
    <>
      <FormErrors errors={general(data.userErrors, [])} />
      <WizardButtons onBack={props.onBack}>{null}</WizardButtons>
    </>
  );
}

interface PreviewProps extends UserImportCheckProps {
  preview: UserImportPreview;
}

function Preview({ uploadId, onBack, onDone, preview: first }: PreviewProps) {
  const { t } = useTranslation('people');
  const [sendNow, setSendNow] = useState(false);
  // What the server found when it came to it goes before what it found at first.
  const [latest, setLatest] = useState(first);
  const { write, isPending, general } = useWrite(ImportUsersDocument, {
    payload: (reply) => reply.importUsers,
    refresh: PEOPLE_QUERIES,
  });
  const { errors, rowCount } = latest;
  const isSound = errors.length === 0 && rowCount > 0;
  const start = async () => {
    const answer = await write({ input: { uploadId, sendNow } });
    if (!answer) return;
    if (typeof answer.invitedCount === 'number') {
      onDone(answer.invitedCount);
    } else if (answer.preview) {
      setLatest(answer.preview);
    }
  };
  return (
    <>
      <Stack gap="lg">
        <FormErrors errors={general} />
        {errors.length > 0 ? (
          <PlanErrors plan={{ errors, errorCount: errors.length }} whatNow={t('bulk.whatNow')} />
        ) : (
          <Alert color={rowCount > 0 ? 'teal' : 'gray'}>
            {rowCount > 0 ? t('bulk.sound', { count: rowCount }) : t('bulk.empty')}
          </Alert>
        )}
        {rowCount > 0 && <UserImportRows preview={latest} />}
        {isSound && <SendNowChoice value={sendNow} onChange={setSendNow} />}
      </Stack>
      <WizardButtons onBack={onBack}>
        <Button disabled={!isSound} loading={isPending} onClick={() => void start()}>
          {t(sendNow ? 'bulk.invite' : 'bulk.make', { count: rowCount })}
        </Button>
      </WizardButtons>
    </>
  );
}
