import type { Language } from './language';

const INTL_LOCALE: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' };

/** A calendar day (`2026-12-31`) has no time zone: it is read and written as UTC so it never shifts. */
const isDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value);

/** `31 dec 2026`; takes a day or an instant. */
export function formatDate(value: string, language: Language): string {
  return new Intl.DateTimeFormat(INTL_LOCALE[language], {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    ...(isDay(value) && { timeZone: 'UTC' }),
  }).format(new Date(value));
}

/** `31 december 2026`, as in a sentence; takes a day. */
export function formatLongDay(day: string, language: Language): string {
  return new Intl.DateTimeFormat(INTL_LOCALE[language], {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(day));
}

/** `31 dec 2026, 14:05`. */
export function formatDateTime(value: string, language: Language): string {
  return new Intl.DateTimeFormat(INTL_LOCALE[language], {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(value));
}

/** `31 december 2026 om 14:05`, as in a sentence. */
export function formatLongMoment(value: string, language: Language): string {
  return new Intl.DateTimeFormat(INTL_LOCALE[language], {
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(new Date(value));
}

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** `3 uur geleden`, `gisteren`; `now` is given so that the outcome is certain. */
export function formatRelativeTime(value: string, now: Date, language: Language): string {
  const format = new Intl.RelativeTimeFormat(INTL_LOCALE[language], { numeric: 'auto' });
  const seconds = (new Date(value).getTime() - now.getTime()) / 1000;
  for (const [unit, size] of STEPS) {
    if (Math.abs(seconds) >= size) return format.format(Math.trunc(seconds / size), unit);
  }
  return format.format(0, 'second');
}

/** `1.234,5` in Dutch. Without `decimals` as many as the number has, at most ten. */
export function formatNumber(value: number, language: Language, decimals?: number): string {
  return new Intl.NumberFormat(INTL_LOCALE[language], {
    minimumFractionDigits: decimals ?? 0,
    maximumFractionDigits: decimals ?? 10,
  }).format(value);
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long, in one unit and rounded down: `3 dagen`, `40 uur`, `12 minuten`. */
export function formatDuration(milliseconds: number, language: Language): string {
  const [unit, size] =
    milliseconds >= 2 * DAY
      ? ['day', DAY]
      : milliseconds >= HOUR
        ? ['hour', HOUR]
        : ['minute', MINUTE];
  return new Intl.NumberFormat(INTL_LOCALE[language], {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 0,
  }).format(Math.floor(Math.max(0, milliseconds) / size));
}

/** `4 seconden`, `3 minuten`: how long something took; tenths below ten seconds. */
export function formatSeconds(seconds: number, language: Language): string {
  if (seconds >= 120) return formatDuration(seconds * 1000, language);
  return new Intl.NumberFormat(INTL_LOCALE[language], {
    style: 'unit',
    unit: 'second',
    unitDisplay: 'long',
    maximumFractionDigits: seconds < 10 ? 1 : 0,
  }).format(seconds);
}

const BYTE_UNITS = [
  ['terabyte', 1e12],
  ['gigabyte', 1e9],
  ['megabyte', 1e6],
  ['kilobyte', 1e3],
] as const;

/** `240 kB`, `1,4 MB`; decimal, as file managers count. */
export function formatBytes(bytes: number, language: Language): string {
  const [unit, size] = BYTE_UNITS.find(([, least]) => bytes >= least) ?? (['byte', 1] as const);
  return new Intl.NumberFormat(INTL_LOCALE[language], {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: unit === 'byte' || unit === 'kilobyte' ? 0 : 1,
  }).format(bytes / size);
}

/** A name as it stands within a sentence: `Risk` is `risk`, but `DPIA` stays. */
export function inSentence(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** The name of a country by its two letters: `NL` is `Nederland`. */
export function formatCountry(code: string, language: Language): string {
  try {
    return new Intl.DisplayNames(INTL_LOCALE[language], { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}
