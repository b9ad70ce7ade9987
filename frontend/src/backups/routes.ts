import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { compact, textOf } from '@/app/page-search';
import { authenticatedRoute } from '@/app/routes';

import { parseBackupSearch } from './backup-state';

const backupsRoute = createRoute({
  getParentRoute: () => authenticatedRoute,
  path: '/backups',
  validateSearch: parseBackupSearch,
  component: lazyRouteComponent(() => import('./BackupsPage'), 'BackupsPage'),
});

/** The steps to putting the environment back. */
const restoreRoute = createRoute({
  getParentRoute: () => authenticatedRoute,
  path: '/backups/restore',
  validateSearch: (raw: Record<string, unknown>): { backup?: string } =>
    compact({ backup: textOf(raw.backup) }),
  component: lazyRouteComponent(() => import('./restore/RestorePage'), 'RestorePage'),
});

/** What becomes of one that was asked for; it can be left and come back to. */
const progressRoute = createRoute({
  getParentRoute: () => authenticatedRoute,
  path: '/backups/restores/$restoreId',
  component: lazyRouteComponent(
    () => import('./restore/RestoreProgressPage'),
    'RestoreProgressPage',
  ),
});

export const backupRoutes = [backupsRoute, restoreRoute, progressRoute] as const;
