import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconHourglass,
  IconProgress,
  IconTrash,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { IconBadge, type IconBadgeProps, type Tone } from '@/design';

import type { BackupRun } from './backup-documents';
import { type ShownState, shownState } from './backup-state';

const LOOKS: Record<ShownState, { Icon: IconBadgeProps['Icon']; colour: Tone }> = {
  ASKED: { Icon: IconClock, colour: 'gray' },
  RUNNING: { Icon: IconProgress, colour: 'blue' },
  FAILED: { Icon: IconAlertTriangle, colour: 'orange' },
  MADE: { Icon: IconHourglass, colour: 'yellow' },
  PROVEN: { Icon: IconCircleCheck, colour: 'green' },
  REFUTED: { Icon: IconCircleX, colour: 'red' },
  REMOVED: { Icon: IconTrash, colour: 'gray' },
};

/** How far a back-up is. */
export function StateBadge({ run }: { run: Pick<BackupRun, 'state' | 'removedAt'> }) {
  const { t } = useTranslation('backups');
  const state = shownState(run);
  return <IconBadge {...LOOKS[state]} label={t(`state.${state}`)} />;
}
