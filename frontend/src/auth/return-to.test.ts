import { describe, expect, it } from 'vitest';

import { safeReturnTo } from './return-to';

describe('where sign-in leads to', () => {
  it('is the page one came from, with its filter', () => {
    expect(safeReturnTo('/registers/risks?status=open#top')).toBe(
      '/registers/risks?status=open#top',
    );
  });

  it.each([
    undefined,
    '',
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    'javascript:alert(1)',
    '/sign-in?reason=session-ended',
  ])('is the dashboard for %s', (wanted) => {
    expect(safeReturnTo(wanted)).toBe('/');
  });

  it('stays on this site when dots try to climb out', () => {
    expect(safeReturnTo('/../../evil')).toBe('/evil');
  });
});
