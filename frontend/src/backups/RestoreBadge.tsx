import {
  IconAlertTriangle,
  IconBan,
  IconCircleCheck,
  IconClock,
  IconKey,
  IconRestore,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { IconBadge, type IconBadgeProps, type Tone } from '@/design';
import type { RestoreState } from '@/graphql';

const LOOKS: Record<RestoreState, { Icon: IconBadgeProps['Icon']; colour: Tone }> = {
  ASKED: { Icon: IconClock, colour: 'gray' },
  WAITING: { Icon: IconKey, colour: 'yellow' },
  RESTORING: { Icon: IconRestore, colour: 'blue' },
  DONE: { Icon: IconCircleCheck, colour: 'green' },
  FAILED: { Icon: IconAlertTriangle, colour: 'red' },
  CANCELLED: { Icon: IconBan, colour: 'gray' },
};

/** How far putting back is. */
export function RestoreBadge({ state }: { state: RestoreState }) {
  const { t } = useTranslation('backups');
  return <IconBadge {...LOOKS[state]} label={t(`restores.state.${state}`)} />;
}
