import type { Locale } from '@/graphql';

export type Language = 'nl' | 'en';

export const LANGUAGES: readonly { code: Language; name: string }[] = [
  { code: 'nl', name: 'Nederlands' },
  { code: 'en', name: 'English' },
];

const STORAGE_KEY = 'waarborg.language';

const isLanguage = (value: unknown): value is Language => value === 'nl' || value === 'en';

export const toLanguage = (locale: Locale): Language => (locale === 'EN' ? 'en' : 'nl');
export const toLocale = (language: Language): Locale => (language === 'en' ? 'EN' : 'NL');

/** What was chosen on this device before; null when nothing was. */
export function rememberedLanguage(): Language | null {
  const stored = localStorage.getItem(STORAGE_KEY);
  return isLanguage(stored) ? stored : null;
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(STORAGE_KEY, language);
}
