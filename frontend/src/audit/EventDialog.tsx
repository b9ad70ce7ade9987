import { Alert, Anchor, Button, Code, Stack, Text, Title } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { DateText, DialogPattern, Facts } from '@/design';

import { useActionWords } from './action-words';
import { ActorName } from './ActorName';
import type { AuditEvent } from './audit-documents';
import classes from './audit.module.css';
import { useChangeWords } from './use-change-words';

interface EventDialogProps {
  event: AuditEvent;
  onClose: () => void;
}

/** Everything the log knows of one event. */
export function EventDialog({ event, onClose }: EventDialogProps) {
  const { t } = useTranslation(['audit', 'app']);
  const { alone } = useActionWords();
  return (
    <DialogPattern
      opened
      onClose={onClose}
      size="lg"
      title={t('event.title', { seq: event.seq })}
      footer={
        <Button variant="default" onClick={onClose}>
          {t('app:action.close')}
        </Button>
      }
    >
      <Stack gap="md">
        {event.isErased && <Alert color="gray">{t('event.erased')}</Alert>}
        {event.isRefusal && <Alert color="red">{t('event.refusal')}</Alert>}
        <Facts
          facts={[
            [t('event.who'), <ActorName key="who" event={event} />],
            [t('event.what'), alone(event.action)],
            [t('event.subject'), <Subject key="subject" event={event} onFollow={onClose} />],
            [t('event.when'), <DateText key="when" value={event.at} withTime />],
            [t('event.address'), event.address],
            [t('event.code'), <Code key="code">{event.action}</Code>],
          ]}
        />
        <Changes event={event} />
        <Details event={event} />
        <div>
          <Title order={3} size="h4" mb={4}>
            {t('event.hash')}
          </Title>
          <Text className={classes.hash}>{event.hash}</Text>
          <Text fz="xs" c="dimmed" mt={4}>
            {t('event.hashMeans')}
          </Text>
        </div>
      </Stack>
    </DialogPattern>
  );
}

function Subject({ event, onFollow }: { event: AuditEvent; onFollow: () => void }) {
  const { t } = useTranslation('audit');
  if (!event.subjectName) return null;
  return (
    <>
      {event.subjectName}{' '}
      {event.subjectId && (
        <Anchor
          inherit
          underline="always"
          renderRoot={(props) => (
            <Link {...props} to="/audit" search={{ subject: event.subjectId ?? '' }} />
          )}
          onClick={onFollow}
        >
          {t('event.allOfSubject')}
        </Anchor>
      )}
    </>
  );
}

function Changes({ event }: { event: AuditEvent }) {
  const { t } = useTranslation(['audit', 'registers', 'app']);
  const words = useChangeWords(event);
  if (event.changes.length === 0) return null;
  const empty = t('app:field.empty');
  return (
    <div>
      <Title order={3} size="h4" mb={4}>
        {t('event.changes')}
      </Title>
      <dl className={classes.changes}>
        {event.changes
          .map((change) => ({ key: change.field, ...words(change) }))
          .map(({ key, field, before, after }) => (
            <div key={key} className={classes.change}>
              <dt>{field}</dt>
              <dd>
                <del className={classes.before}>{before ?? empty}</del>{' '}
                <IconArrowRight size={12} role="img" aria-label={t('registers:history.became')} />{' '}
                <ins className={classes.after}>{after ?? empty}</ins>
              </dd>
            </div>
          ))}
      </dl>
    </div>
  );
}

/** What else was kept; changes have a place of their own. */
function Details({ event }: { event: AuditEvent }) {
  const { t } = useTranslation('audit');
  const others = Object.entries(event.details).filter(([key]) => key !== 'changes');
  if (others.length === 0) return null;
  return (
    <div>
      <Title order={3} size="h4" mb={4}>
        {t('event.details')}
      </Title>
      <Facts
        facts={others.map(([key, value]) => [
          key,
          typeof value === 'string' ? value : <Code key={key}>{JSON.stringify(value)}</Code>,
        ])}
      />
    </div>
  );
}
