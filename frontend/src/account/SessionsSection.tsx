import { Badge, Button, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { ConfirmDialog, DateText, RelativeTime, SettingsSection, notify } from '@/design';
import { useWrite } from '@/graphql';
import { useLanguage } from '@/i18n';
import { formatCountry } from '@/i18n/formats';

import { Row, Rows } from './Rows';
import {
  EndOtherSessionsDocument,
  EndSessionDocument,
  type Session,
  sessionsQuery,
} from './session-documents';

/** Where one is signed in; to end what one does not know. */
export function SessionsSection() {
  const { t } = useTranslation('account');
  const { sessions } = useSuspenseQuery({
    ...sessionsQuery(),
    // Someone may sign in elsewhere while this page is open.
    refetchOnWindowFocus: 'always',
  }).data;
  const hasOthers = sessions.some(({ isCurrent }) => !isCurrent);
  return (
    <SettingsSection title={t('sessions.title')} description={t('sessions.description')}>
      <Stack gap="xs" align="stretch">
        <Rows label={t('sessions.title')}>
          {sessions.map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </Rows>
        {hasOthers && <EndOthers />}
      </Stack>
    </SettingsSection>
  );
}

function SessionRow({ session }: { session: Session }) {
  const { t } = useTranslation('account');
  const language = useLanguage();
  const { write, isPending } = useWrite(EndSessionDocument, {
    payload: (reply) => reply.endSession,
    refresh: ['Sessions'],
  });
  const Icon = /Android|iPhone|iPad/.test(session.device) ? IconDeviceMobile : IconDeviceDesktop;
  const place = session.countryCode ? `${formatCountry(session.countryCode, language)}, ` : '';

  const end = async (): Promise<void> => {
    const ended = await write({ input: { id: session.id } });
    if (ended) notify({ message: t('sessions.ended') });
  };

  return (
    <Row
      icon={<Icon size={20} aria-hidden />}
      name={session.device}
      badges={
        session.isCurrent && (
          <Badge variant="light" tt="none">
            {t('sessions.current')}
          </Badge>
        )
      }
      actions={
        !session.isCurrent && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="red"
            loading={isPending}
            aria-label={t('sessions.endOf', { device: session.device })}
            onClick={end}
          >
            {t('sessions.end')}
          </Button>
        )
      }
    >
      {place}
      {session.address}
      <br />
      {t('sessions.seen')} <RelativeTime value={session.lastSeenAt} />
      {' · '}
      {t('sessions.since')} <DateText value={session.createdAt} withTime />
    </Row>
  );
}

function EndOthers() {
  const { t } = useTranslation('account');
  const [isAsking, question] = useDisclosure(false);
  const { write, isPending } = useWrite(EndOtherSessionsDocument, {
    payload: (reply) => reply.endOtherSessions,
    refresh: ['Sessions'],
  });

  const end = async (): Promise<void> => {
    const ended = await write({});
    question.close();
    if (ended) notify({ message: t('sessions.othersEnded') });
  };

  return (
    <>
      <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={question.open}>
        {t('sessions.endOthers')}
      </Button>
      <ConfirmDialog
        opened={isAsking}
        onClose={question.close}
        onConfirm={() => void end()}
        title={t('sessions.endOthers')}
        message={t('sessions.endOthersDetail')}
        confirmLabel={t('sessions.endOthers')}
        isDanger
        isPending={isPending}
      />
    </>
  );
}
