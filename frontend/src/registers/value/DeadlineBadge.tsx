import {
  IconAlarm,
  IconAlertTriangle,
  IconCircleCheck,
  IconClock,
  IconClockX,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { IconBadge } from '@/design';
import type { DeadlineState } from '@/graphql';
import { useLanguage } from '@/i18n';

import { DEADLINE_COLOURS, describeDeadline, stateNow } from './deadline';
import type { DeadlineValue } from './field-value';
import { useNow } from './useNow';

/** The shape tells the state too, to those who do not see the colour. */
const ICONS = {
  RUNNING: IconClock,
  SOON: IconAlarm,
  OVERDUE: IconAlertTriangle,
  MET: IconCircleCheck,
  MISSED: IconClockX,
} satisfies Record<DeadlineState, unknown>;

/** What is left of a deadline, or how it ended. */
export function DeadlineBadge({ value }: { value: DeadlineValue }) {
  const { t } = useTranslation('registers');
  const language = useLanguage();
  const now = useNow();
  const state = stateNow(value, now);
  return (
    <IconBadge
      Icon={ICONS[state]}
      label={describeDeadline(value, now, { t, language })}
      colour={DEADLINE_COLOURS[state]}
    />
  );
}
