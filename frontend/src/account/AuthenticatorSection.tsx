import { Badge, Button, Stack, Text } from '@mantine/core';
import { IconDeviceMobile, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { EnrollmentGuide } from '@/auth/EnrollmentGuide';
import type { Enrollment } from '@/auth/EnrollmentStep';
import { useAttempt } from '@/auth/use-attempt';
import { DialogPattern, FormErrors, SettingsSection, notify } from '@/design';
import { useDocumentMutation, useWrite } from '@/graphql';

import { RecoveryCodesDialog } from './RecoveryCodesDialog';
import { useRefreshAccount } from './use-refresh-account';
import { BeginReplacementDocument, ConfirmReplacementDocument } from './factor-documents';

/** The app on one's phone, and how to move to a new phone while the old one still works. */
export function AuthenticatorSection({ username }: { username: string }) {
  const { t } = useTranslation(['account', 'auth']);
  const [enrollment, setEnrollment] = useState<Enrollment | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const beginning = useWrite(BeginReplacementDocument, {
    payload: (reply) => reply.beginSecondFactorReplacement,
  });

  const begin = async (): Promise<void> => {
    const payload = await beginning.write({});
    if (payload?.enrollment) setEnrollment(payload.enrollment);
  };

  return (
    <SettingsSection title={t('app.title')} description={t('app.description')}>
      <Stack gap="xs" align="flex-start">
        <Badge
          variant="light"
          size="lg"
          tt="none"
          leftSection={<IconShieldCheck size={16} aria-hidden />}
        >
          {t('app.active')}
        </Badge>
        <Text size="sm" c="dimmed">
          {t('app.newPhoneDetail')}
        </Text>
        <FormErrors errors={beginning.general} />
        <Button
          variant="default"
          leftSection={<IconDeviceMobile size={18} aria-hidden />}
          loading={beginning.isPending}
          onClick={begin}
        >
          {t('app.newPhone')}
        </Button>
        <Text size="sm" c="dimmed">
          <b>{t('auth:code.lost')}</b> {t('auth:code.lostDetail')}
        </Text>
      </Stack>
      {enrollment && (
        <NewPhoneDialog
          enrollment={enrollment}
          onClose={() => {
            setEnrollment(null);
          }}
          onReplaced={(fresh) => {
            setEnrollment(null);
            setCodes(fresh);
          }}
        />
      )}
      {codes && (
        <RecoveryCodesDialog
          codes={codes}
          username={username}
          onClose={() => {
            setCodes(null);
          }}
        />
      )}
    </SettingsSection>
  );
}

interface NewPhoneDialogProps {
  enrollment: Enrollment;
  onClose: () => void;
  /** With fresh recovery codes, when the server made some. */
  onReplaced: (codes: readonly string[] | null) => void;
}

function NewPhoneDialog({ enrollment, onClose, onReplaced }: NewPhoneDialogProps) {
  const { t } = useTranslation('account');
  const attempt = useAttempt(onClose);
  const refresh = useRefreshAccount();
  // The dialog itself says what went wrong.
  const { mutateAsync } = useDocumentMutation(ConfirmReplacementDocument, {
    meta: { silent: true },
  });

  const confirm = async (code: string): Promise<boolean> => {
    const payload = await attempt.run(
      async () => (await mutateAsync({ input: { code } })).confirmSecondFactorReplacement,
    );
    if (!payload) return false;
    notify({ message: t('app.replaced') });
    await refresh();
    onReplaced(payload.codes ?? null);
    return true;
  };

  return (
    <DialogPattern opened onClose={onClose} title={t('app.newPhone')} size="lg">
      <Stack gap="md">
        <Text size="sm">{t('app.newPhoneSteps')}</Text>
        <EnrollmentGuide enrollment={enrollment} attempt={attempt} onCode={confirm} />
      </Stack>
    </DialogPattern>
  );
}
