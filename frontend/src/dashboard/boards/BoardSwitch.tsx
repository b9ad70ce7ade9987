import { Button, Menu } from '@mantine/core';
import {
  IconCheck,
  IconChevronDown,
  IconHome,
  IconLayoutDashboard,
  IconPlus,
  IconUsers,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useViewer } from '@/auth/session';

import { type BoardFacts, boardsQuery } from './board-documents';

/** Goes to another dashboard, or makes one. `current` is null on the built-in start page. */
export function BoardSwitch({ current }: { current: string | null }) {
  const { t } = useTranslation('dashboard');
  const { user } = useViewer();
  const boards = useQuery(boardsQuery()).data?.dashboards ?? [];
  const own = boards.filter(({ owner }) => owner?.id === user.id);
  const shared = boards.filter(({ owner }) => owner?.id !== user.id);
  return (
    <Menu position="bottom-end" shadow="md" width={280}>
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconLayoutDashboard size={16} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {t('board.switch')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconHome size={16} aria-hidden />}
          rightSection={current === null && <IconCheck size={14} aria-hidden />}
          aria-current={current === null ? 'page' : undefined}
          renderRoot={(props) => <Link {...props} to="/dashboards/start" />}
        >
          {t('board.builtIn')}
        </Menu.Item>
        <Boards title={t('board.own')} boards={own} current={current} />
        <Boards title={t('board.shared')} boards={shared} current={current} />
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconPlus size={16} aria-hidden />}
          renderRoot={(props) => <Link {...props} to="/dashboards/new" />}
        >
          {t('board.new')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

interface BoardsProps {
  title: string;
  boards: BoardFacts[];
  current: string | null;
}

function Boards({ title, boards, current }: BoardsProps) {
  const { t } = useTranslation('dashboard');
  if (boards.length === 0) return null;
  return (
    <>
      <Menu.Divider />
      <Menu.Label>{title}</Menu.Label>
      {boards.map(({ id, name, isShared, isHome }) => (
        <Menu.Item
          key={id}
          leftSection={
            isShared ? (
              <IconUsers size={16} aria-hidden />
            ) : (
              <IconLayoutDashboard size={16} aria-hidden />
            )
          }
          rightSection={
            id === current ? (
              <IconCheck size={14} aria-hidden />
            ) : (
              isHome && <IconHome size={14} aria-label={t('board.isHome')} />
            )
          }
          aria-current={id === current ? 'page' : undefined}
          renderRoot={(props) => <Link {...props} to="/dashboards/$id" params={{ id }} />}
        >
          {name}
        </Menu.Item>
      ))}
    </>
  );
}
