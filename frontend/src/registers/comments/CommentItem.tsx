import { ActionIcon, Avatar, Group, Text } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ConfirmDialog, FormErrors, RelativeTime, notify } from '@/design';
import { useWrite } from '@/graphql';

import { RichText } from '../value/RichText';
import {
  COMMENT_QUERIES,
  DeleteCommentDocument,
  EditCommentDocument,
  type RecordComment,
} from './comment-documents';
import { CommentForm } from './CommentForm';
import classes from './Comments.module.css';

interface CommentItemProps {
  comment: RecordComment;
  onDirty: (isDirty: boolean) => void;
}

/** What somebody said, with what its author may do with it. */
export function CommentItem({ comment, onDirty }: CommentItemProps) {
  const { t } = useTranslation('records');
  const [isEditing, setEditing] = useState(false);
  const [isDeleting, setDeleting] = useState(false);
  const item = useRef<HTMLLIElement>(null);
  const author = comment.author?.displayName ?? t('comments.system');
  const close = () => {
    setEditing(false);
    onDirty(false);
    // The editor is gone: the cursor stays with what was said.
    item.current?.focus();
  };
  return (
    <li ref={item} tabIndex={-1} className={classes.comment}>
      <Avatar name={author} size={30} radius="xl" aria-hidden />
      <div className={classes.body}>
        <Group justify="space-between" wrap="nowrap" gap="xs" mih={28}>
          <Text component="div" fz="sm">
            <strong>{author}</strong>{' '}
            <Text span fz="xs" c="dimmed">
              <RelativeTime value={comment.createdAt} />
              {comment.editedAt && !comment.isDeleted && (
                <>
                  {' · '}
                  {t('comments.edited')} <RelativeTime value={comment.editedAt} />
                </>
              )}
            </Text>
          </Text>
          {!isEditing && !comment.isDeleted && (
            <Group gap={2} wrap="nowrap" data-no-print>
              {comment.viewerCanEdit && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('comments.editOf', { name: author })}
                  onClick={() => {
                    setEditing(true);
                  }}
                >
                  <IconPencil size={16} aria-hidden />
                </ActionIcon>
              )}
              {comment.viewerCanDelete && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('comments.deleteOf', { name: author })}
                  onClick={() => {
                    setDeleting(true);
                  }}
                >
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              )}
            </Group>
          )}
        </Group>
        {isEditing ? (
          <EditForm comment={comment} onDirty={onDirty} onClose={close} />
        ) : comment.isDeleted ? (
          <Text fz="sm" c="dimmed" fs="italic">
            {t('comments.deleted')}
          </Text>
        ) : (
          <RichText html={comment.html} />
        )}
      </div>
      {isDeleting && (
        <DeleteDialog
          comment={comment}
          onClose={() => {
            setDeleting(false);
          }}
          onDeleted={() => {
            setDeleting(false);
            item.current?.focus();
          }}
        />
      )}
    </li>
  );
}

interface EditFormProps {
  comment: RecordComment;
  onDirty: (isDirty: boolean) => void;
  onClose: () => void;
}

function EditForm({ comment, onDirty, onClose }: EditFormProps) {
  const { t } = useTranslation(['records', 'app']);
  const edit = useWrite(EditCommentDocument, {
    payload: (reply) => reply.editComment,
    refresh: COMMENT_QUERIES,
  });
  return (
    <CommentForm
      label={t('comments.editLabel')}
      submitLabel={t('app:action.save')}
      html={comment.html}
      errors={[...edit.general, ...Object.values(edit.errorOf)]}
      isPending={edit.isPending}
      onDirty={onDirty}
      onCancel={onClose}
      onSubmit={(html) => {
        void edit.write({ input: { id: comment.id, html } }).then((saved) => {
          if (!saved) return;
          notify({ message: t('comments.saved') });
          onClose();
        });
      }}
    />
  );
}

interface DeleteDialogProps {
  comment: RecordComment;
  onClose: () => void;
  onDeleted: () => void;
}

function DeleteDialog({ comment, onClose, onDeleted }: DeleteDialogProps) {
  const { t } = useTranslation('records');
  const remove = useWrite(DeleteCommentDocument, {
    payload: (reply) => reply.deleteComment,
    refresh: COMMENT_QUERIES,
  });
  return (
    <ConfirmDialog
      opened
      isDanger
      isPending={remove.isPending}
      onClose={onClose}
      title={t('comments.delete.title')}
      confirmLabel={t('comments.delete.confirm')}
      message={
        <>
          <FormErrors errors={[...remove.general, ...Object.values(remove.errorOf)]} />
          {t('comments.delete.message')}
        </>
      }
      onConfirm={() => {
        void remove.write({ input: { id: comment.id } }).then((deleted) => {
          if (!deleted) return;
          notify({ message: t('comments.delete.done') });
          onDeleted();
        });
      }}
    />
  );
}
