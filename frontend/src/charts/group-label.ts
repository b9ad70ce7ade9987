import type { TFunction } from 'i18next';

import type { Language } from '@/i18n';

import type { ChartGroup } from './chart-documents';

const INTL_LOCALE: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' };

export interface LabelWords {
  t: TFunction<'charts'>;
  language: Language;
}

/** A group in words; periods come as `2026-03` and `2026-Q1`. */
export function groupLabel({ key, label }: ChartGroup, { t, language }: LabelWords): string {
  const month = /^(\d{4})-(\d{2})$/.exec(key);
  if (month && label === key) {
    const day = new Date(Date.UTC(Number(month[1]), Number(month[2]) - 1, 1));
    return new Intl.DateTimeFormat(INTL_LOCALE[language], {
      month: 'short',
      year: 'numeric',
      timeZone: 'UTC',
    }).format(day);
  }
  const quarter = /^(\d{4})-Q(\d)$/.exec(key);
  if (quarter && label === key) {
    return t('quarter', { quarter: quarter[2] ?? '', year: quarter[1] ?? '' });
  }
  return label;
}

const ROUNDED: Intl.NumberFormatOptions = { maximumFractionDigits: 2 };

/** `1.234,5`: figures of charts have two decimals at most. */
export const figureText = (value: number | null, language: Language): string =>
  value === null ? '–' : new Intl.NumberFormat(INTL_LOCALE[language], ROUNDED).format(value);

/** `24%`. */
export const shareText = (share: number, language: Language): string =>
  new Intl.NumberFormat(INTL_LOCALE[language], {
    style: 'percent',
    maximumFractionDigits: 0,
  }).format(share);
