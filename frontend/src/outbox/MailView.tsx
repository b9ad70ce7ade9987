import { Anchor, Group, SegmentedControl, Text, Title } from '@mantine/core';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { DateText } from '@/design';

import classes from './OutboxPage.module.css';
import { framedHtml, textParts } from './mail-text';
import type { Mail } from './outbox-documents';

/** One mail, as mail programs show it: with its make-up, or its text alone. */
export function MailView({ mail }: { mail: Mail }) {
  const { t } = useTranslation('outbox');
  const [form, setForm] = useState<'html' | 'text'>('html');
  return (
    <article className={classes.view} aria-label={mail.subject}>
      <Group justify="space-between" align="flex-start" gap="sm" className={classes.head}>
        <div>
          <Title order={2} lang={mail.locale.toLowerCase()}>
            {mail.subject}
          </Title>
          <Text size="sm" c="dimmed">
            {t('to', { address: mail.to })} · <DateText value={mail.sentAt} withTime />
          </Text>
        </div>
        <SegmentedControl
          size="xs"
          aria-label={t('form.label')}
          value={form}
          onChange={(value) => {
            setForm(value === 'text' ? 'text' : 'html');
          }}
          data={[
            { value: 'html', label: t('form.html') },
            { value: 'text', label: t('form.text') },
          ]}
        />
      </Group>
      {form === 'html' ? (
        <iframe
          className={classes.frame}
          title={mail.subject}
          // No scripts, and an origin of its own; its links may lead this window on.
          sandbox="allow-top-navigation-by-user-activation"
          srcDoc={framedHtml(mail.html)}
        />
      ) : (
        <MailText text={mail.text} />
      )}
    </article>
  );
}

function MailText({ text }: { text: string }) {
  return (
    <div className={classes.text}>
      {textParts(text).map((part, index) => (
        <Fragment key={index}>
          {part.kind === 'link' ? (
            <Anchor href={part.href} underline="always">
              {part.href}
            </Anchor>
          ) : (
            part.text
          )}
        </Fragment>
      ))}
    </div>
  );
}
