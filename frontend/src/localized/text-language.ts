import { createContext, useContext } from 'react';

import { type Language, useLanguage } from '@/i18n';

/** Which language is written in: not that of the screen, but of the texts one makes. */
export const TextLanguageContext = createContext<Language | null>(null);

/** The language that texts are written in here; that of the screen unless a switch says otherwise. */
export function useTextLanguage(): Language {
  const screen = useLanguage();
  return useContext(TextLanguageContext) ?? screen;
}
