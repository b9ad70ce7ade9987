import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ConfirmDialog, FormPage, PageHeader, notify } from '@/design';
import { LeaveGuard } from '@/registers/edit/LeaveGuard';
import { Panel } from '@/registers/record/Panel';

import type { Board } from './board-documents';
import { type BoardDraft, type DraftCard, MOST_CARDS, putCard } from './board-draft';
import { CardDialog } from './CardDialog';
import { BoardConflict } from './BoardConflict';
import { EditArea } from './EditArea';
import { useBoardEditor } from './useBoardEditor';
import { useDeleteBoard } from './useBoardWrites';

interface BoardEditorProps {
  /** Null for a new dashboard. */
  kept: { id: string; version: number } | null;
  initial: BoardDraft;
  /** Cards of registers the viewer may not see: they stay on it. */
  hiddenCards: number;
  /** Somebody else was first, and theirs is gone on with. */
  onStartAnew?: (board: Board) => void;
}

/** Makes or changes a dashboard. */
export function BoardEditor({ kept, initial, hiddenCards, onStartAnew }: BoardEditorProps) {
  const { t } = useTranslation(['dashboard', 'app']);
  const navigate = useNavigate();
  const editor = useBoardEditor({ kept, initial });
  const { draft, change, errorAt } = editor;
  const [opened, setOpened] = useState<{ card: DraftCard | null } | null>(null);
  const leave = () =>
    kept
      ? navigate({ to: '/dashboards/$id', params: { id: kept.id } })
      : navigate({ to: '/dashboards/start' });
  const openedPlace = draft.cards.findIndex(({ id }) => id === opened?.card?.id);
  return (
    <>
      <FormPage
        isWide
        header={<PageHeader title={t(kept ? 'board.editTitle' : 'board.newTitle')} />}
        errors={editor.otherErrors}
        onSubmit={(event) => {
          event.preventDefault();
          void editor.save();
        }}
        actions={
          <>
            {kept && <DeleteButton id={kept.id} name={initial.name} onDeleted={editor.setSaved} />}
            <Button variant="default" onClick={() => void leave()}>
              {t('app:action.cancel')}
            </Button>
            <Button type="submit" loading={editor.isPending}>
              {t('app:action.save')}
            </Button>
          </>
        }
      >
        {editor.theirs && onStartAnew && (
          <BoardConflict
            theirs={editor.theirs}
            onWriteOver={() => void editor.writeOver()}
            onStartAnew={onStartAnew}
          />
        )}
        <Panel title={t('board.settings')}>
          <Settings editor={editor} />
        </Panel>
        <Panel title={t('board.cards')} description={t('board.cardsHelp')}>
          {hiddenCards > 0 && (
            <Text c="dimmed" size="sm" mb="sm">
              {t('board.hiddenStay', { count: hiddenCards })}
            </Text>
          )}
          <EditArea
            cards={draft.cards}
            errorOf={editor.cardError}
            onChange={(cards) => {
              change({ cards });
            }}
            onEdit={(card) => {
              setOpened({ card });
            }}
            onRemove={(card) => {
              change({ cards: draft.cards.filter(({ id }) => id !== card.id) });
              notify({ message: t('card.removed', { name: card.chart.title }) });
            }}
          />
          <Button
            variant="default"
            mt={draft.cards.length > 0 ? 'md' : 0}
            leftSection={<IconPlus size={16} aria-hidden />}
            disabled={draft.cards.length + hiddenCards >= MOST_CARDS}
            onClick={() => {
              setOpened({ card: null });
            }}
          >
            {t('card.add')}
          </Button>
        </Panel>
      </FormPage>
      {opened && (
        <CardDialog
          card={opened.card}
          errorAt={(part) => errorAt(`cards.${openedPlace}.chart.${part}`)}
          onClose={() => {
            setOpened(null);
          }}
          onDone={(card) => {
            change({ cards: putCard(draft.cards, card) });
            setOpened(null);
          }}
        />
      )}
      <LeaveGuard isDirty={editor.mustAskBeforeLeaving} />
    </>
  );
}

function Settings({ editor }: { editor: ReturnType<typeof useBoardEditor> }) {
  const { t } = useTranslation('dashboard');
  const { draft, change, errorAt } = editor;
  return (
    <Stack gap="md">
      <TextInput
        label={t('board.name')}
        maw={420}
        required
        maxLength={80}
        value={draft.name}
        error={errorAt('name')}
        onChange={(event) => {
          change({ name: event.currentTarget.value });
        }}
      />
      <Checkbox
        label={t('board.home')}
        description={t('board.homeHelp')}
        checked={draft.isHome}
        onChange={(event) => {
          change({ isHome: event.currentTarget.checked });
        }}
      />
      {(editor.canShare || draft.isShared) && (
        <Checkbox
          label={t('board.share')}
          description={t('board.shareHelp')}
          checked={draft.isShared}
          error={errorAt('isShared')}
          onChange={(event) => {
            change({ isShared: event.currentTarget.checked });
          }}
        />
      )}
    </Stack>
  );
}

interface DeleteButtonProps {
  id: string;
  name: string;
  onDeleted: () => void;
}

function DeleteButton({ id, name, onDeleted }: DeleteButtonProps) {
  const { t } = useTranslation(['dashboard', 'app']);
  const navigate = useNavigate();
  const [isAsking, setIsAsking] = useState(false);
  const { remove, isPending, general } = useDeleteBoard();
  return (
    <Group mr="auto">
      <Button
        variant="subtle"
        color="red"
        leftSection={<IconTrash size={16} aria-hidden />}
        onClick={() => {
          setIsAsking(true);
        }}
      >
        {t('board.delete.button')}
      </Button>
      <ConfirmDialog
        opened={isAsking}
        onClose={() => {
          setIsAsking(false);
        }}
        onConfirm={() => {
          void remove(id).then((isGone) => {
            if (!isGone) return;
            onDeleted();
            notify({ message: t('board.delete.done', { name }) });
            void navigate({ to: '/' });
          });
        }}
        title={t('board.delete.title', { name })}
        message={[t('board.delete.message'), ...general].join(' ')}
        confirmLabel={t('board.delete.confirm')}
        isDanger
        isPending={isPending}
      />
    </Group>
  );
}
