import type { Language } from '@/i18n';

/** A text in both languages; one that is empty is read as the other. */
export type LocalText = Readonly<Record<Language, string>>;

export const NO_TEXT: LocalText = { nl: '', en: '' };

const other = (language: Language): Language => (language === 'nl' ? 'en' : 'nl');

/** A text in one language alone. */
export const textOf = (text: string, language: Language): LocalText => ({
  ...NO_TEXT,
  [language]: text,
});

/**
 * The two texts the server gave. Where they are alike one was left empty, or might as well have
 * been: it stays empty, so that it follows when the other is changed.
 */
export const fromServer = (nl: string, en: string, language: Language): LocalText =>
  nl === en ? textOf(nl, language) : { nl, en };

/** What is read in a language. */
export const textIn = (text: LocalText, language: Language): string =>
  text[language].trim() === '' ? text[other(language)] : text[language];

/** What the other language says, to be shown where a text is still empty. */
export const otherText = (text: LocalText, language: Language): string => text[other(language)];

export const isBlank = (text: LocalText): boolean => text.nl.trim() === '' && text.en.trim() === '';

/** The text as the server takes it. */
export const toTextInput = (text: LocalText): { nl: string; en: string } => ({
  nl: text.nl.trim(),
  en: text.en.trim(),
});
