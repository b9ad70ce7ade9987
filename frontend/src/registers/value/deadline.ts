import type { TFunction } from 'i18next';

import type { DeadlineState } from '@/graphql';
import type { Language } from '@/i18n';
import { formatDuration } from '@/i18n/formats';

import type { DeadlineValue } from './field-value';

export const DEADLINE_STATES: readonly DeadlineState[] = [
  'OVERDUE',
  'SOON',
  'RUNNING',
  'MISSED',
  'MET',
];

export const DEADLINE_COLOURS: Record<DeadlineState, string> = {
  RUNNING: 'blue',
  SOON: 'orange',
  OVERDUE: 'red',
  MET: 'green',
  MISSED: 'red',
};

/** How a deadline stands: a clock that ran out since the page was fetched is overdue. */
export function stateNow({ state, dueAt }: DeadlineValue, now: Date): DeadlineState {
  const isRunning = state === 'RUNNING' || state === 'SOON';
  return isRunning && now.getTime() >= Date.parse(dueAt) ? 'OVERDUE' : state;
}

/** `Nog 2 dagen`, `3 uur te laat`, `Op tijd`. */
export function describeDeadline(
  value: DeadlineValue,
  now: Date,
  { t, language }: { t: TFunction<'registers'>; language: Language },
): string {
  const left = Date.parse(value.dueAt) - now.getTime();
  switch (stateNow(value, now)) {
    case 'RUNNING':
    case 'SOON':
      return t('deadline.left', { time: formatDuration(left, language) });
    case 'OVERDUE':
      return t('deadline.over', { time: formatDuration(-left, language) });
    case 'MET':
      return t('deadline.met');
    case 'MISSED': {
      const stopped = Date.parse(value.stoppedAt ?? value.dueAt);
      const time = formatDuration(stopped - Date.parse(value.dueAt), language);
      return t('deadline.missed', { time });
    }
  }
}
