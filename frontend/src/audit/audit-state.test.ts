import { expect, it } from 'vitest';

import {
  type AuditState,
  NO_FILTER,
  decodeAudit,
  encodeAudit,
  isNarrowed,
  parseAuditSearch,
  toAuditFilter,
} from './audit-state';

const plain: AuditState = { ...NO_FILTER, actions: [], pageSize: 25, page: 1, after: null };

const full: AuditState = {
  search: 'anneke & co',
  from: '2026-03-01',
  until: '2026-03-31',
  actions: ['user.signed_in', 'record.updated'],
  actorId: 'usr_1',
  subjectId: 'rec_1',
  isRefusal: true,
  pageSize: 100,
  page: 3,
  after: 'Y3Vy',
};

/** Through the address and back, as the browser does it. */
function throughTheAddress(state: AuditState): AuditState {
  const pairs = Object.entries(encodeAudit(state)).map(([key, value]) => [key, String(value)]);
  const query = new URLSearchParams(pairs).toString();
  return decodeAudit(parseAuditSearch(Object.fromEntries(new URLSearchParams(query))));
}

it('comes back from the address unchanged', () => {
  expect(throughTheAddress(full)).toEqual(full);
  expect(throughTheAddress(plain)).toEqual(plain);
  expect(encodeAudit(plain)).toEqual({});
});

it('drops days that are none', () => {
  expect(parseAuditSearch({ from: 'gisteren', until: '2026-1-1', refusals: 'yes' })).toEqual({});
});

it('counts the last day whole, where the viewer is', () => {
  const { from, until } = toAuditFilter(full);
  expect(from).toBe(new Date(2026, 2, 1).toISOString());
  expect(until).toBe(new Date(2026, 3, 1).toISOString());
});

it('asks for everything that was chosen, and for nothing otherwise', () => {
  expect(toAuditFilter(plain)).toEqual({});
  expect(toAuditFilter(full)).toMatchObject({
    search: 'anneke & co',
    actions: ['user.signed_in', 'record.updated'],
    actorId: 'usr_1',
    subjectId: 'rec_1',
    isRefusal: true,
  });
});

it('knows when events are left out', () => {
  expect(isNarrowed(plain)).toBe(false);
  expect(isNarrowed({ ...plain, page: 2, after: 'x' })).toBe(false);
  expect(isNarrowed({ ...plain, isRefusal: true })).toBe(true);
});
