import { Alert, Button, Skeleton, Text, UnstyledButton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { notify } from '@/design';
import { useWrite } from '@/graphql';

import { LeaveGuard } from '../edit/LeaveGuard';
import { Panel } from '../record/Panel';
import { AddCommentDocument, COMMENT_QUERIES, commentsQuery, inOrder } from './comment-documents';
import { CommentForm } from './CommentForm';
import { CommentItem } from './CommentItem';
import { COMMENTS_ID } from './CommentsLink';
import classes from './Comments.module.css';

interface CommentsProps {
  recordId: string;
  canComment: boolean;
}

/** What people said at a record, as a conversation: the oldest first. */
export function Comments({ recordId, canComment }: CommentsProps) {
  const { t } = useTranslation(['records', 'registers']);
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage, refetch } = useInfiniteQuery(
    commentsQuery(recordId),
  );
  /** Comments with unsaved words, by id. */
  const unsaved = useRef(new Set<string>());
  const setDirty = useCallback((id: string, isDirty: boolean) => {
    if (isDirty) unsaved.current.add(id);
    else unsaved.current.delete(id);
  }, []);
  const comments = data && inOrder(data.pages);
  return (
    <Panel
      id={COMMENTS_ID}
      title={t('comments.title', { count: data?.pages[0]?.commentCount ?? 0 })}
    >
      {error && (
        <Alert color="red" mb="md">
          {t('comments.failed')}{' '}
          <Button size="compact-xs" variant="subtle" onClick={() => void refetch()}>
            {t('registers:history.retry')}
          </Button>
        </Alert>
      )}
      {!error && !comments && <Skeleton height={60} mb="md" />}
      {hasNextPage && (
        <Button
          mb="md"
          size="xs"
          variant="default"
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
          data-no-print
        >
          {t('comments.earlier')}
        </Button>
      )}
      {comments && comments.length > 0 && (
        <ol className={classes.list}>
          {comments.map((comment) => (
            <CommentItem
              key={comment.id}
              comment={comment}
              onDirty={(isDirty) => {
                setDirty(comment.id, isDirty);
              }}
            />
          ))}
        </ol>
      )}
      {comments?.length === 0 && (
        <Text fz="sm" c="dimmed" {...(canComment && { 'data-print-only': true })}>
          {t('comments.none')}
        </Text>
      )}
      {canComment && (
        <NewComment
          recordId={recordId}
          onDirty={(isDirty) => {
            setDirty('', isDirty);
          }}
        />
      )}
      <LeaveGuard
        isDirty={() => unsaved.current.size > 0}
        title={t('comments.leave.title')}
        message={t('comments.leave.message')}
      />
    </Panel>
  );
}

interface NewCommentProps {
  recordId: string;
  onDirty: (isDirty: boolean) => void;
}

/** Opens on demand: the editor is heavy, and most visits say nothing. */
function NewComment({ recordId, onDirty }: NewCommentProps) {
  const { t } = useTranslation('records');
  const [isOpen, setOpen] = useState(false);
  const prompt = useRef<HTMLButtonElement>(null);
  const add = useWrite(AddCommentDocument, {
    payload: (reply) => reply.addComment,
    refresh: COMMENT_QUERIES,
  });
  const close = () => {
    add.reset();
    onDirty(false);
    setOpen(false);
    requestAnimationFrame(() => prompt.current?.focus());
  };
  if (!isOpen) {
    return (
      <UnstyledButton
        ref={prompt}
        className={classes.prompt}
        data-no-print
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('comments.prompt')}
      </UnstyledButton>
    );
  }
  return (
    <div className={classes.new} data-no-print>
      <CommentForm
        label={t('comments.newLabel')}
        submitLabel={t('comments.send')}
        html=""
        errors={[...add.general, ...Object.values(add.errorOf)]}
        isPending={add.isPending}
        onDirty={onDirty}
        onCancel={close}
        onSubmit={(html) => {
          void add.write({ input: { recordId, html } }).then((added) => {
            if (!added) return;
            notify({ message: t('comments.added') });
            close();
          });
        }}
      />
    </div>
  );
}
