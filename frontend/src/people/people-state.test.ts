import { expect, it } from 'vitest';

import {
  NO_FILTER,
  type PeopleState,
  decodePeople,
  encodePeople,
  isNarrowed,
  parsePeopleSearch,
  toAccountFilter,
} from './people-state';

const plain: PeopleState = {
  search: '',
  standing: 'present',
  roles: [],
  groupId: null,
  hasSecondFactor: null,
  pageSize: 25,
  page: 1,
  after: null,
};

const full: PeopleState = {
  search: 'kuiper & zn.',
  standing: 'all',
  roles: ['MANAGER', 'AUDITOR'],
  groupId: 'grp_1',
  hasSecondFactor: false,
  pageSize: 50,
  page: 2,
  after: 'Y3Vy',
};

/** Through the address and back, as the browser does it. */
function throughTheAddress(state: PeopleState): PeopleState {
  const pairs = Object.entries(encodePeople(state)).map(([key, value]) => [key, String(value)]);
  const query = new URLSearchParams(pairs).toString();
  return decodePeople(parsePeopleSearch(Object.fromEntries(new URLSearchParams(query))));
}

it('comes back from the address unchanged', () => {
  expect(throughTheAddress(full)).toEqual(full);
  expect(throughTheAddress({ ...plain, hasSecondFactor: true }).hasSecondFactor).toBe(true);
});

it('leaves the address empty when nothing was chosen', () => {
  expect(encodePeople(plain)).toEqual({});
  expect(throughTheAddress(plain)).toEqual(plain);
});

it('drops what makes no sense', () => {
  const raw = { status: 'dood', role: 'KEIZER,viewer', factor: 'misschien', page: -1 };
  expect(decodePeople(parsePeopleSearch(raw))).toEqual({ ...plain, roles: ['VIEWER'] });
});

it('leaves archived people out until they are asked for', () => {
  expect(toAccountFilter(plain)).toEqual({ statuses: ['INVITED', 'ACTIVE'] });
  expect(toAccountFilter({ ...plain, standing: 'archived' })).toEqual({ statuses: ['ARCHIVED'] });
});

it('asks the server for everything that was chosen', () => {
  expect(toAccountFilter(full)).toEqual({
    statuses: ['INVITED', 'ACTIVE', 'ARCHIVED'],
    search: 'kuiper & zn.',
    roles: ['MANAGER', 'AUDITOR'],
    groupId: 'grp_1',
    hasSecondFactor: false,
  });
});

it('knows when somebody is left out, and how to undo that', () => {
  expect(isNarrowed(plain)).toBe(false);
  expect(isNarrowed(full)).toBe(true);
  expect(isNarrowed({ ...full, ...NO_FILTER })).toBe(false);
});
