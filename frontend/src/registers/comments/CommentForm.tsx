import { Button, Group, Skeleton, Text } from '@mantine/core';
import { Suspense, lazy, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { FormErrors } from '@/design';

const CommentEditor = lazy(() => import('./CommentEditor'));

interface CommentFormProps {
  label: string;
  submitLabel: string;
  html: string;
  errors: readonly string[];
  isPending: boolean;
  onSubmit: (html: string) => void;
  onCancel: () => void;
  /** Whether there is anything that would be lost. */
  onDirty: (isDirty: boolean) => void;
}

/** Writes a comment, or rewrites one. */
export function CommentForm(props: CommentFormProps) {
  const { label, submitLabel, html, errors, isPending, onSubmit, onCancel, onDirty } = props;
  const { t } = useTranslation(['records', 'app']);
  const hintId = useId();
  const [text, setText] = useState(html);
  const send = () => {
    if (text !== '' && !isPending) onSubmit(text);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <FormErrors errors={errors} />
      <Suspense fallback={<Skeleton height={120} />}>
        <CommentEditor
          label={label}
          html={html}
          describedBy={hintId}
          hasError={errors.length > 0}
          onSend={send}
          onChange={(changed) => {
            setText(changed);
            onDirty(changed !== html && changed !== '');
          }}
        />
      </Suspense>
      <Group justify="space-between" mt="xs" gap="xs">
        <Text id={hintId} fz="xs" c="dimmed" style={{ flex: '1 1 14rem' }}>
          {t('comments.hint')}
        </Text>
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={onCancel} disabled={isPending}>
            {t('app:action.cancel')}
          </Button>
          <Button size="xs" type="submit" loading={isPending} disabled={text === ''}>
            {submitLabel}
          </Button>
        </Group>
      </Group>
    </form>
  );
}
