import type { Language } from '@/i18n';

/** `Sleutelbeheer locaties` becomes `SL`, `Bezoekers` `BEZ`. */
export function suggestPrefix(name: string): string {
  const words = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .split(/[^A-Z]+/)
    .filter(Boolean);
  const letters =
    words.length > 1 ? words.map((word) => word.slice(0, 1)).join('') : (words[0] ?? '');
  return letters.slice(0, words.length > 1 ? 5 : 3);
}

/**
 * One of what a register holds, as far as its name tells: `Bezoekers` holds a `Bezoeker`. A
 * suggestion, which its maker sees and mends.
 */
export function suggestSingular(name: string, language: Language): string {
  const plural = name.trim();
  for (const [ending, one] of SINGULAR[language]) {
    if (plural.length > ending.length + 1 && plural.toLowerCase().endsWith(ending)) {
      return plural.slice(0, -ending.length) + one;
    }
  }
  return plural;
}

/** Endings of plurals with what stands there for one; the first that fits counts. */
const SINGULAR: Record<Language, readonly (readonly [string, string])[]> = {
  nl: [
    ['\u2019s', ''],
    ["'s", ''],
    ['heden', 'heid'],
    ['elen', 'el'],
    ['ers', 'er'],
    ['els', 'el'],
    ['ens', 'en'],
    ['tten', 't'],
    ['llen', 'l'],
    ['kken', 'k'],
    ['ppen', 'p'],
    ['ssen', 's'],
    ['nnen', 'n'],
    ['ven', 'f'],
    ['ies', 'ie'],
    ['en', ''],
    ['s', ''],
  ],
  en: [
    ['ies', 'y'],
    ['sses', 'ss'],
    ['ches', 'ch'],
    ['shes', 'sh'],
    ['xes', 'x'],
    ['s', ''],
  ],
};
