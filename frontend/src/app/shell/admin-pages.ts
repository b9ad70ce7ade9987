import {
  IconArchive,
  IconBoxSeam,
  IconDatabaseExport,
  IconGridDots,
  IconPackage,
  IconListDetails,
  IconUsers,
  IconWall,
} from '@tabler/icons-react';

import { type Viewer, useViewer } from '@/auth/session';

/** Pages of those who run the environment, each with the right that opens it. */
const ADMIN_PAGES = [
  { to: '/people', label: 'menu.people', Icon: IconUsers, right: 'canSeePeople' },
  { to: '/audit', label: 'menu.audit', Icon: IconListDetails, right: 'canReadAuditLog' },
  {
    to: '/settings/risk-criteria',
    label: 'menu.riskCriteria',
    Icon: IconGridDots,
    right: 'canManageForms',
  },
  {
    to: '/settings/registers',
    label: 'menu.registerLife',
    Icon: IconArchive,
    right: 'canManageForms',
  },
  { to: '/settings/packs', label: 'menu.packs', Icon: IconPackage, right: 'canManageForms' },
  { to: '/firewall', label: 'menu.firewall', Icon: IconWall, right: 'canManageFirewall' },
  { to: '/archive', label: 'menu.archive', Icon: IconBoxSeam, right: 'canTakeArchive' },
  { to: '/backups', label: 'menu.backups', Icon: IconDatabaseExport, right: 'canSeeBackups' },
] as const satisfies { right: keyof Viewer; [part: string]: unknown }[];

/** Those the viewer may open, in menu order. */
export function useAdminPages() {
  const viewer = useViewer();
  return ADMIN_PAGES.filter(({ right }) => viewer[right]);
}
