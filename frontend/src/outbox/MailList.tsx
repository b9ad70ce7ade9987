import { Button, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { RelativeTime } from '@/design';

import classes from './OutboxPage.module.css';
import type { Mail } from './outbox-documents';

export interface MailListProps {
  mails: readonly Mail[];
  shownId: string;
  /** Null when there are no more. */
  onMore: (() => void) | null;
}

export function MailList({ mails, shownId, onMore }: MailListProps) {
  const { t } = useTranslation(['outbox', 'app']);
  return (
    <nav aria-label={t('list')} className={classes.list}>
      <ul>
        {mails.map((mail) => (
          <li key={mail.id}>
            <Link
              to="/outbox"
              search={{ mail: mail.id }}
              className={classes.mail}
              aria-current={mail.id === shownId ? 'true' : undefined}
            >
              <Text component="span" size="sm" fw={600} lang={mail.locale.toLowerCase()}>
                {mail.subject}
              </Text>
              <Text component="span" size="xs" c="dimmed">
                {mail.to} · <RelativeTime value={mail.sentAt} />
              </Text>
            </Link>
          </li>
        ))}
      </ul>
      {onMore && (
        <Button variant="subtle" fullWidth onClick={onMore}>
          {t('app:action.showMore')}
        </Button>
      )}
    </nav>
  );
}
