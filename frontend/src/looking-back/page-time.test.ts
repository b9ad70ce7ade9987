import { expect, it } from 'vitest';

import { pageTime } from './page-time';

it('is the past where registers are shown', () => {
  for (const path of [
    '/',
    '/registers/risks',
    '/registers/risks/12',
    '/registers/news',
    '/elsewhere',
  ])
    expect(pageTime(path), path).toBe('past');
});

it('is the present for one’s account, one’s files, the log and back-ups', () => {
  for (const path of [
    '/jobs',
    '/account',
    '/account/security',
    '/audit',
    '/backups',
    '/backups/restores/r1',
  ])
    expect(pageTime(path), path).toBe('present');
});

it('is none where something is made or changed', () => {
  const paths = [
    '/registers/new',
    '/registers/risks/new',
    '/registers/risks/design',
    '/registers/risks/import',
    '/registers/risks/access',
    '/registers/risks/12/edit',
    '/people/import',
    '/settings/risk-criteria',
    '/firewall',
    '/backups/restore',
  ];
  for (const path of paths) expect(pageTime(path), path).toBe('none');
});
