import { Button } from '@mantine/core';
import { IconEdit, IconHome, IconHomeOff, IconLayoutDashboard } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { EmptyState, PageHeader, notify } from '@/design';
import { useUserErrors } from '@/graphql';

import pageClasses from '../DashboardPage.module.css';
import { type Board, boardQuery } from './board-documents';
import { toBoardDraft } from './board-draft';
import { BoardGrid } from './BoardGrid';
import { BoardSwitch } from './BoardSwitch';
import { useSaveBoard } from './useBoardWrites';

const route = getRouteApi('/authenticated/dashboards/$id');

export function BoardPage() {
  const { id } = route.useParams();
  return <BoardWithId id={id} />;
}

/** A dashboard by its id; also what opens at the start, where one is chosen for that. */
export function BoardWithId({ id }: { id: string }) {
  const board = useSuspenseQuery(boardQuery(id)).data.dashboard;
  return board ? <ShownBoard board={board} /> : <UnknownBoard />;
}

function ShownBoard({ board }: { board: Board }) {
  const { t } = useTranslation('dashboard');
  return (
    <div className={pageClasses.page}>
      <PageHeader
        title={board.name}
        description={
          board.isShared && board.owner && t('board.sharedBy', { name: board.owner.displayName })
        }
        actions={
          <>
            <BoardSwitch current={board.id} />
            <HomeButton board={board} />
            {board.viewerCanEdit && <EditButton id={board.id} />}
          </>
        }
      />
      {board.cards.length === 0 && board.hiddenCards === 0 ? (
        <EmptyState
          icon={<IconLayoutDashboard size={24} />}
          title={t('board.empty.title')}
          description={t('board.empty.detail')}
          action={board.viewerCanEdit && <EditButton id={board.id} />}
        />
      ) : (
        <BoardGrid board={board} />
      )}
    </div>
  );
}

/** Makes it what opens after signing in, or not any more; for everybody who may see it. */
function HomeButton({ board }: { board: Board }) {
  const { t } = useTranslation('dashboard');
  const { sentence } = useUserErrors();
  const { save, isPending, refusedNow } = useSaveBoard();
  const { id, version, isHome } = board;
  const toggle = async () => {
    const saved = await save({ ...toBoardDraft(board), isHome: !isHome }, { id, version });
    if (saved) notify({ message: t(saved.isHome ? 'board.homeSet' : 'board.homeUnset') });
    for (const error of refusedNow()) notify({ message: sentence(error), isError: true });
  };
  return (
    <Button
      variant="default"
      loading={isPending}
      leftSection={
        isHome ? <IconHomeOff size={16} aria-hidden /> : <IconHome size={16} aria-hidden />
      }
      onClick={() => void toggle()}
    >
      {t(isHome ? 'board.unsetHome' : 'board.setHome')}
    </Button>
  );
}

function EditButton({ id }: { id: string }) {
  const { t } = useTranslation('app');
  return (
    <Button
      variant="default"
      leftSection={<IconEdit size={16} aria-hidden />}
      renderRoot={(props) => <Link {...props} to="/dashboards/$id/edit" params={{ id }} />}
    >
      {t('action.edit')}
    </Button>
  );
}

/** A dashboard that is gone, or which the viewer may not see: there is no telling which. */
export function UnknownBoard() {
  const { t } = useTranslation('dashboard');
  return (
    <EmptyState
      isPage
      title={t('board.unknown.title')}
      description={t('board.unknown.detail')}
      action={
        <Button renderRoot={(props) => <Link {...props} to="/dashboards/start" />}>
          {t('board.unknown.action')}
        </Button>
      }
    />
  );
}
