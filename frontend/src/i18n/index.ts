import i18next, { type BackendModule } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';

import type { texts as dutchTexts } from '@/locales/nl';

import { formatDate, formatDateTime, formatLongDay, formatLongMoment, inSentence } from './formats';
import { type Language, rememberLanguage, rememberedLanguage } from './language';

type Texts = typeof dutchTexts;

const NAMESPACES = [
  'access',
  'account',
  'app',
  'archive',
  'audit',
  'auth',
  'backups',
  'charts',
  'dashboard',
  'design',
  'errors',
  'exporting',
  'firewall',
  'forms',
  'importing',
  'jobs',
  'lookingBack',
  'packs',
  'people',
  'outbox',
  'records',
  'registers',
  'riskCriteria',
  'settings',
] as const satisfies readonly (keyof Texts)[];

/** One chunk per language: a page never waits for a second file of texts. */
const languages: Record<Language, () => Promise<{ texts: Record<keyof Texts, object> }>> = {
  nl: () => import('@/locales/nl'),
  en: () => import('@/locales/en'),
};

const bundledTexts: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, done) => {
    languages[language as Language]().then(
      ({ texts }) => {
        done(null, texts[namespace as keyof Texts]);
      },
      (cause: unknown) => {
        done(cause as Error, null);
      },
    );
  },
};

/** How texts write days and moments: `{{day, longDay}}`. */
const MOMENTS = {
  day: formatDate,
  longDay: formatLongDay,
  moment: formatDateTime,
  longMoment: formatLongMoment,
};

/** Loads the texts of the language last chosen on this device (Dutch at first). */
export async function startTranslations(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language;
  });
  await i18next
    .use(bundledTexts)
    .use(initReactI18next)
    .init({
      lng: rememberedLanguage() ?? 'nl',
      supportedLngs: ['nl', 'en'],
      fallbackLng: false,
      ns: NAMESPACES,
      defaultNS: 'app',
      // React escapes what it renders.
      interpolation: { escapeValue: false },
      returnNull: false,
    });
  i18next.services.formatter?.add('inSentence', inSentence);
  for (const [name, format] of Object.entries(MOMENTS)) {
    i18next.services.formatter?.add(name, (value: string, language) =>
      format(value, language === 'en' ? 'en' : 'nl'),
    );
  }
}

export async function changeLanguage(language: Language): Promise<void> {
  rememberLanguage(language);
  if (i18next.language !== language) await i18next.changeLanguage(language);
}

export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'nl';
}

export { LANGUAGES, type Language, rememberedLanguage, toLanguage, toLocale } from './language';
