import { Button } from '@mantine/core';
import { IconEdit, IconLayoutDashboard } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { EmptyState, PageHeader } from '@/design';

import pageClasses from '../DashboardPage.module.css';
import { type Board, boardQuery } from './board-documents';
import { BoardGrid } from './BoardGrid';
import { BoardSwitch } from './BoardSwitch';

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
