import {
  type PageSearch,
  type PageState,
  compact,
  decodePage,
  encodePage,
  oneOf,
  parsePage,
  textOf,
  wordsOf,
} from '@/app/page-search';
import type { AccountFilter, AccountStatus, Role } from '@/graphql';

import { ROLES } from './roles';

/** Which accounts: `present` is everyone who is not archived. */
export const STANDINGS = ['present', 'invited', 'active', 'archived', 'all'] as const;
export type Standing = (typeof STANDINGS)[number];

const STATUSES: Record<Standing, AccountStatus[]> = {
  present: ['INVITED', 'ACTIVE'],
  invited: ['INVITED'],
  active: ['ACTIVE'],
  archived: ['ARCHIVED'],
  all: ['INVITED', 'ACTIVE', 'ARCHIVED'],
};

/** Everything that decides which people the list shows. */
export interface PeopleState extends PageState {
  search: string;
  standing: Standing;
  roles: Role[];
  groupId: string | null;
  /** Null: with and without. */
  hasSecondFactor: boolean | null;
}

export interface PeopleSearch extends PageSearch {
  q?: string;
  status?: Standing;
  role?: string;
  group?: string;
  factor?: 'yes' | 'no';
}

export function parsePeopleSearch(raw: Record<string, unknown>): PeopleSearch {
  return compact({
    q: textOf(raw.q),
    status: oneOf(raw.status, STANDINGS),
    role: textOf(raw.role),
    group: textOf(raw.group),
    factor: oneOf(raw.factor, ['yes', 'no'] as const),
    ...parsePage(raw),
  });
}

export function decodePeople(search: PeopleSearch): PeopleState {
  const roles = wordsOf(search.role?.toUpperCase());
  return {
    search: search.q ?? '',
    standing: search.status ?? 'present',
    roles: ROLES.filter((role) => roles.includes(role)),
    groupId: search.group ?? null,
    hasSecondFactor: search.factor === undefined ? null : search.factor === 'yes',
    ...decodePage(search),
  };
}

export function encodePeople(state: PeopleState): PeopleSearch {
  return compact({
    q: state.search,
    status: state.standing === 'present' ? undefined : state.standing,
    role: state.roles.join(',').toLowerCase(),
    group: state.groupId ?? undefined,
    factor:
      state.hasSecondFactor === null ? undefined : state.hasSecondFactor ? ('yes' as const) : 'no',
    ...encodePage(state),
  });
}

export function toAccountFilter(state: PeopleState): AccountFilter {
  return {
    statuses: STATUSES[state.standing],
    ...(state.search !== '' && { search: state.search }),
    ...(state.roles.length > 0 && { roles: state.roles }),
    ...(state.groupId !== null && { groupId: state.groupId }),
    ...(state.hasSecondFactor !== null && { hasSecondFactor: state.hasSecondFactor }),
  };
}

export const NO_FILTER = {
  search: '',
  standing: 'present',
  roles: [],
  groupId: null,
  hasSecondFactor: null,
} as const satisfies Partial<PeopleState>;

/** Whether anybody who is not archived is left out. */
export const isNarrowed = (state: PeopleState): boolean =>
  state.search !== '' ||
  state.standing !== 'present' ||
  state.roles.length > 0 ||
  state.groupId !== null ||
  state.hasSecondFactor !== null;
