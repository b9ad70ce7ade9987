import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { DataTable, DateText, LevelBadge } from '@/design';
import { useLanguage } from '@/i18n';
import { formatNumber } from '@/i18n/formats';

import { useActionWords } from './action-words';
import { isOutsider } from './ActorName';
import type { AuditEvent } from './audit-documents';
import classes from './audit.module.css';

interface EventTableProps {
  events: readonly AuditEvent[];
  isStale: boolean;
  onOpen: (event: AuditEvent) => void;
}

export function EventTable({ events, isStale, onOpen }: EventTableProps) {
  const { t } = useTranslation('audit');
  const language = useLanguage();
  return (
    <DataTable
      label={t('title')}
      rows={events}
      rowId={(event) => event.id}
      isStale={isStale}
      columns={[
        {
          id: 'what',
          label: t('event.whoDidWhat'),
          cell: (event) => (
            <UnstyledButton
              className={classes.open}
              onClick={() => {
                onOpen(event);
              }}
            >
              <Sentence event={event} />
            </UnstyledButton>
          ),
        },
        { id: 'when', label: t('event.when'), cell: ({ at }) => <DateText value={at} withTime /> },
        { id: 'address', label: t('event.address'), cell: ({ address }) => address },
        {
          id: 'seq',
          label: t('event.seq'),
          isNumeric: true,
          cell: ({ seq }) => formatNumber(seq, language),
        },
      ]}
    />
  );
}

/** `Anneke de Vries sent an invitation to Bram Postma`. */
function Sentence({ event }: { event: AuditEvent }) {
  const { t } = useTranslation('audit');
  const { before, alone } = useActionWords();
  const { action, actorKind, actorName, subjectName, isRefusal } = event;
  return (
    <>
      <b>{actorName || t(`actorKind.${actorKind}`)}</b>{' '}
      {subjectName ? (
        <>
          {before(action)} <b>{subjectName}</b>
        </>
      ) : (
        alone(action)
      )}{' '}
      {isOutsider(actorKind) && <LevelBadge label={t(`actorKind.${actorKind}`)} colour="grape" />}{' '}
      {isRefusal && <LevelBadge label={t('event.refused')} colour="red" />}
    </>
  );
}
