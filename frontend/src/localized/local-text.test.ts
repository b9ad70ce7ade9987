import { describe, expect, it } from 'vitest';

import { fromServer, isBlank, textIn, textOf, toTextInput } from './local-text';

describe('a text in two languages', () => {
  it('is read in the other language where it is empty', () => {
    expect(textIn({ nl: 'Naam', en: 'Name' }, 'en')).toBe('Name');
    expect(textIn({ nl: 'Naam', en: ' ' }, 'en')).toBe('Naam');
    expect(isBlank({ nl: ' ', en: '' })).toBe(true);
  });

  it('keeps one side open where both are alike, so that it follows the other', () => {
    const text = fromServer('Status', 'Status', 'nl');
    expect(text).toEqual({ nl: 'Status', en: '' });
    expect(toTextInput({ ...text, nl: ' Stand ' })).toEqual({ nl: 'Stand', en: '' });
    expect(fromServer('Naam', 'Name', 'nl')).toEqual({ nl: 'Naam', en: 'Name' });
    expect(textOf('Name', 'en')).toEqual({ nl: '', en: 'Name' });
  });
});
