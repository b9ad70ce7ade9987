import { describe, expect, it } from 'vitest';

import { texts as english } from './en';
import { texts as dutch } from './nl';

interface Texts {
  [key: string]: string | Texts;
}

function flatten(texts: Texts, path = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[`${path}${key}`, value]]
        : Object.entries(flatten(value, `${path}${key}.`)),
    ),
  );
}

const placeholders = (text: string): string[] =>
  [...text.matchAll(/{{\s*(\w+)/g)].map(([, name = '']) => name).sort();

const nl = flatten(dutch);
const en = flatten(english);

describe('the texts', () => {
  it('have the same keys in Dutch and English', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(nl).sort());
  });

  it('fill in the same figures in Dutch and English', () => {
    for (const [key, text] of Object.entries(nl)) {
      expect(placeholders(en[key] ?? ''), key).toEqual(placeholders(text));
    }
  });

  it('are never empty and never shout', () => {
    for (const [key, text] of [...Object.entries(nl), ...Object.entries(en)]) {
      expect(text.trim(), key).not.toBe('');
      expect(text, key).not.toContain('!');
    }
  });
});
