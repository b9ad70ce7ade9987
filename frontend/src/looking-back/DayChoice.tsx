import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/nl';
import 'dayjs/locale/en-gb';

import { Alert, Button, Group, Loader, Stack, Text } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { type AppError, graphql, requestAt } from '@/graphql';
import { useLanguage } from '@/i18n';
import { formatDate } from '@/i18n/formats';
import dayClasses from '@/registers/pickers/DayInput.module.css';

import { dayChoices, yesterday } from './dutch-day';
import classes from './looking-back.module.css';
import { useSwitchTime } from './switch-time';

/** The least one can ask of a day: the server prepares it, or says why not. */
const LookBackDocument = graphql(`
  query LookBack {
    forms {
      id
    }
  }
`);

interface DayChoiceProps {
  /** The day that is shown now, if any. */
  day: string | null;
  onChosen: () => void;
}

/** Ends of months and years, and a calendar. Nothing changes on screen until the day is there. */
export default function DayChoice({ day, onChosen }: DayChoiceProps) {
  const { t } = useTranslation('lookingBack');
  const [now] = useState(() => new Date());
  const { choose, isPending, error, asked } = usePreparedDay(onChosen);
  const last = yesterday(now);
  return (
    <Stack gap="sm">
      <Text fz="sm" c="dimmed">
        {t('choose.hint')}
      </Text>
      <QuickChoices now={now} onChoose={choose} />
      <Calendar
        day={asked ?? day}
        last={last}
        onChoose={(chosen) => {
          if (chosen !== day) choose(chosen);
        }}
      />
      <div role="status">
        {isPending && asked && (
          <Group gap="xs" wrap="nowrap" align="flex-start">
            <Loader size="xs" mt={3} />
            <Text fz="sm">{t('choose.preparing', { day: asked })}</Text>
          </Group>
        )}
      </div>
      {error && asked && (
        <Alert color="red" role="alert" title={t('choose.failed')}>
          {t(error.code === 'BAD_REQUEST' ? 'choose.BAD_REQUEST' : 'choose.otherwise', {
            day: asked,
          })}
        </Alert>
      )}
    </Stack>
  );
}

/** Has the server prepare a day, then goes there; not when another was chosen, or none, meanwhile. */
function usePreparedDay(onChosen: () => void) {
  const switchTime = useSwitchTime();
  const { mutate, isPending, error, variables } = useMutation<unknown, AppError, string>({
    meta: { silent: true },
    mutationFn: (day) => requestAt({ kind: 'day', day }, LookBackDocument),
  });
  const choose = (day: string) => {
    mutate(day, {
      onSuccess: () => {
        switchTime({ kind: 'day', day });
        onChosen();
      },
    });
  };
  return { choose, isPending, error, asked: variables };
}

interface QuickChoicesProps {
  now: Date;
  onChoose: (day: string) => void;
}

function QuickChoices({ now, onChoose }: QuickChoicesProps) {
  const { t } = useTranslation('lookingBack');
  const language = useLanguage();
  return (
    <Stack gap={4}>
      {dayChoices(now).map(({ endOf, day }) => (
        <Button
          key={endOf}
          variant="default"
          size="xs"
          fullWidth
          classNames={{ label: classes.quickLabel ?? '' }}
          onClick={() => {
            onChoose(day);
          }}
        >
          <span>{t(`choose.${endOf}`)}</span>
          <Text span inherit c="dimmed" fw={400}>
            {formatDate(day, language)}
          </Text>
        </Button>
      ))}
    </Stack>
  );
}

interface CalendarProps {
  day: string | null;
  /** The last day that can be chosen. */
  last: string;
  onChoose: (day: string) => void;
}

function Calendar({ day, last, onChoose }: CalendarProps) {
  const { t } = useTranslation('lookingBack');
  const locale = useLanguage() === 'nl' ? 'nl' : 'en-gb';
  return (
    <fieldset className={classes.calendar}>
      <legend>{t('choose.calendar')}</legend>
      <DatePicker
        value={day}
        onChange={(chosen) => {
          if (chosen !== null) onChoose(chosen);
        }}
        defaultDate={day ?? last}
        maxDate={last}
        locale={locale}
        firstDayOfWeek={1}
        hideOutsideDates
        ariaLabels={{
          previousMonth: t('choose.previous'),
          previousYear: t('choose.previous'),
          previousDecade: t('choose.previous'),
          nextMonth: t('choose.next'),
          nextYear: t('choose.next'),
          nextDecade: t('choose.next'),
        }}
        classNames={{ day: dayClasses.day ?? '' }}
      />
    </fieldset>
  );
}
