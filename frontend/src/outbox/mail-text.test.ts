import { describe, expect, it } from 'vitest';

import { framedHtml, textParts } from './mail-text';

describe('the text of a mail', () => {
  it('keeps its lines and has its addresses apart', () => {
    const text =
      'Beste Sanne,\n\nhttp://zorgpunt.localhost:8080/invitation?token=a-b_c\n\nTot ziens';
    expect(textParts(text)).toEqual([
      { kind: 'text', text: 'Beste Sanne,\n\n' },
      { kind: 'link', href: 'http://zorgpunt.localhost:8080/invitation?token=a-b_c' },
      { kind: 'text', text: '\n\nTot ziens' },
    ]);
  });

  it('makes no link of what is no web address', () => {
    expect(textParts('javascript:alert(1)')).toEqual([
      { kind: 'text', text: 'javascript:alert(1)' },
    ]);
  });
});

describe('the page of a mail', () => {
  it('opens its links outside the frame', () => {
    expect(framedHtml('<html><head lang="nl"><title>x</title></head></html>')).toBe(
      '<html><head lang="nl"><base target="_top"><title>x</title></head></html>',
    );
    expect(framedHtml('<p>x</p>')).toBe('<base target="_top"><p>x</p>');
  });
});
