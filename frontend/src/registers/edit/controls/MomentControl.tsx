import { Group, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { LazyDayInput } from '../../pickers/LazyDayInput';
import { toDayAndTime } from '../edit-value';
import type { ControlProps } from './control';
import { GroupFrame } from './GroupFrame';

/** A day and a time, each typed or picked. */
export function MomentControl(props: ControlProps<'DATE_TIME'>) {
  const { field, id, value, onChange, hint, error } = props;
  const { t } = useTranslation('registers');
  return (
    <GroupFrame id={id} hint={hint} error={error}>
      {(describedBy) => (
        <Group
          role="group"
          aria-label={field.label}
          aria-describedby={describedBy}
          gap="xs"
          wrap="nowrap"
          maw={360}
        >
          <LazyDayInput
            aria-label={t('moment.day', { label: field.label })}
            value={value.day}
            error={error !== undefined}
            style={{ flex: 2 }}
            onChange={(day) => {
              // Today is mostly about now; for another day nobody knows the time but the user.
              const now = toDayAndTime(new Date());
              const time = value.time === '' && day === now.day ? now.time : value.time;
              onChange({ ...value, day, time: day === null ? '' : time });
            }}
          />
          <TextInput
            type="time"
            aria-label={t('moment.time', { label: field.label })}
            value={value.time}
            error={error !== undefined}
            style={{ flex: 1, minWidth: '8rem' }}
            onChange={(event) => {
              onChange({ ...value, time: event.currentTarget.value });
            }}
          />
        </Group>
      )}
    </GroupFrame>
  );
}
