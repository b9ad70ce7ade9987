import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { FormDialog } from '@/design';
import { useUserErrors, useWrite } from '@/graphql';
import { useLanguage } from '@/i18n';
import { formatDateTime } from '@/i18n/formats';

import { BACKUP_QUERIES, type BackupRun, OpenBackupDocument } from '../backup-documents';
import { momentOf } from '../backup-state';
import { MOST_REASON, isReason, oneLine } from '../reason';
import { ReasonField } from '../ReasonField';

interface LookDialogProps {
  run: BackupRun;
  onClose: () => void;
  /** It was asked for. */
  onAsked: () => void;
}

/** Why one wants to look into a back-up; then it is fetched. */
export function LookDialog({ run, onClose, onAsked }: LookDialogProps) {
  const { t } = useTranslation('backups');
  const language = useLanguage();
  const { sentence } = useUserErrors();
  const [reason, setReason] = useState('');
  const [wasTried, setTried] = useState(false);
  const { write, isPending, errorOf, general } = useWrite(OpenBackupDocument, {
    payload: (reply) => reply.openBackup,
    fields: ['reason'],
    refresh: BACKUP_QUERIES,
  });
  const isMissing = wasTried && !isReason(reason);
  const send = async () => {
    setTried(true);
    if (!isReason(reason)) return;
    if (await write({ input: { backupId: run.id, reason: oneLine(reason) } })) onAsked();
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      onSubmit={() => void send()}
      title={t('look.dialogTitle', { moment: formatDateTime(momentOf(run), language) })}
      submitLabel={t('look.submit')}
      isPending={isPending}
      errors={general}
    >
      <Text fz="sm">{t('look.means')}</Text>
      <Text fz="sm">{t('look.lasts')}</Text>
      <ReasonField
        value={reason}
        error={
          isMissing
            ? sentence({ code: 'REASON_INVALID', params: { max: MOST_REASON } })
            : errorOf.reason
        }
        onChange={setReason}
      />
      <Text fz="sm" c="dimmed">
        {t('restore.confirm.code')}
      </Text>
    </FormDialog>
  );
}
