import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/nl';
import 'dayjs/locale/en-gb';

import { DateInput, type DateInputProps } from '@mantine/dates';
import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat';
import { useTranslation } from 'react-i18next';

import { useLanguage } from '@/i18n';

import classes from './DayInput.module.css';

dayjs.extend(customParseFormat);

/** Ways people write a day; the first is how it is shown. */
const FORMATS = [
  'DD-MM-YYYY',
  'D-M-YYYY',
  'DD/MM/YYYY',
  'D/M/YYYY',
  'YYYY-MM-DD',
  'D MMM YYYY',
  'D MMMM YYYY',
];

type DayInputProps = Omit<DateInputProps, 'value' | 'onChange' | 'valueFormat'> & {
  /** `2026-12-31`. */
  value: string | null;
  onChange: (value: string | null) => void;
};

/** A day, typed or picked from a calendar. Loaded lazily: the calendar is heavy. */
export default function DayInput({ value, onChange, popoverProps, ...props }: DayInputProps) {
  const { t } = useTranslation('registers');
  const locale = useLanguage() === 'nl' ? 'nl' : 'en-gb';
  const parse = (text: string) => {
    const day = dayjs(text.trim(), FORMATS, locale, true);
    return day.isValid() ? day.format('YYYY-MM-DD') : null;
  };
  return (
    <DateInput
      {...props}
      value={value}
      onChange={(day) => {
        onChange(day);
      }}
      valueFormat={FORMATS[0]}
      dateParser={parse}
      locale={locale}
      firstDayOfWeek={1}
      clearable
      placeholder={t('picker.dayPlaceholder')}
      previousLabel={t('picker.previous')}
      nextLabel={t('picker.next')}
      clearButtonProps={{ 'aria-label': t('picker.clear') }}
      classNames={{ day: classes.day ?? '', section: classes.section ?? '' }}
      // Within the page's landmarks, and in a dialog within the dialog.
      popoverProps={{ withinPortal: false, ...popoverProps }}
    />
  );
}
