import {
  IconAlertTriangle,
  IconBan,
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconDoorExit,
  IconEye,
  IconHourglass,
  IconKey,
  IconProgress,
  IconRestore,
  IconTrash,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { IconBadge, type IconBadgeProps, type Tone } from '@/design';

import type { ShownRestoreState, ShownState } from './backup-state';

const LOOKS: Record<
  ShownState | ShownRestoreState,
  { Icon: IconBadgeProps['Icon']; colour: Tone }
> = {
  ASKED: { Icon: IconClock, colour: 'gray' },
  RUNNING: { Icon: IconProgress, colour: 'blue' },
  FAILED: { Icon: IconAlertTriangle, colour: 'orange' },
  MADE: { Icon: IconHourglass, colour: 'yellow' },
  PROVEN: { Icon: IconCircleCheck, colour: 'green' },
  REFUTED: { Icon: IconCircleX, colour: 'red' },
  REMOVED: { Icon: IconTrash, colour: 'gray' },
  WAITING: { Icon: IconKey, colour: 'yellow' },
  RESTORING: { Icon: IconRestore, colour: 'blue' },
  OPEN: { Icon: IconEye, colour: 'blue' },
  DONE: { Icon: IconCircleCheck, colour: 'green' },
  CLOSED: { Icon: IconDoorExit, colour: 'gray' },
  CANCELLED: { Icon: IconBan, colour: 'gray' },
};

/** How far a back-up is, or what is done with one. */
export function StateBadge({ state }: { state: keyof typeof LOOKS }) {
  const { t } = useTranslation('backups');
  return <IconBadge {...LOOKS[state]} label={t(`state.${state}`)} />;
}
