import {
  type PageSearch,
  type PageState,
  compact,
  decodePage,
  encodePage,
  parsePage,
  textOf,
  wordsOf,
} from '@/app/page-search';
import type {
  RecordFilter,
  RecordSort,
  RecordSortKey,
  RecordState,
  SortDirection,
} from '@/graphql';

import { type ChosenTotals, decodeTotals, encodeTotals } from '../totals/total';
import {
  type FieldCondition,
  decodeCondition,
  encodeCondition,
  narrows,
  toFieldFilter,
} from './condition';

/** How a list is ordered; `fieldKey` goes with FIELD only. */
export interface ListSort {
  by: RecordSortKey;
  fieldKey: string | null;
  direction: SortDirection;
}

/** Everything that decides what a register's list shows. */
export interface ListState extends PageState {
  /** Those in use, the archive or the recycle bin. */
  part: RecordState;
  search: string;
  statusKeys: string[];
  conditions: FieldCondition[];
  sort: ListSort;
  /** Column ids in order; null for the viewer's own choice. */
  columns: string[] | null;
  /** Which columns are added up, and how. */
  totals: ChosenTotals;
  /** The saved view it began with; it may have been changed since. */
  view: string | null;
}

/** The same as search parameters of the address; what is usual is left out. */
export interface ListSearch extends PageSearch {
  state?: string;
  q?: string;
  status?: string;
  where?: string;
  sort?: string;
  columns?: string;
  totals?: string;
  view?: string;
}

export const DEFAULT_SORT: ListSort = { by: 'NUMBER', fieldKey: null, direction: 'DESC' };

const SORT_NAMES: Record<Exclude<RecordSortKey, 'FIELD'>, string> = {
  NUMBER: 'number',
  TITLE: 'title',
  STATUS: 'status',
  UPDATED_AT: 'updated',
  CREATED_AT: 'created',
};

/** Parts of a register beside what is in use, as the address calls them. */
const PARTS: Record<Exclude<RecordState, 'ACTIVE'>, string> = {
  ARCHIVED: 'archived',
  DELETED: 'deleted',
};

const decodePart = (name: string | undefined): RecordState =>
  name === PARTS.ARCHIVED ? 'ARCHIVED' : name === PARTS.DELETED ? 'DELETED' : 'ACTIVE';

function encodeSort(sort: ListSort): string {
  const name = sort.by === 'FIELD' ? `field.${sort.fieldKey ?? ''}` : SORT_NAMES[sort.by];
  return sort.direction === 'DESC' ? `-${name}` : name;
}

function decodeSort(text: string): ListSort {
  const direction: SortDirection = text.startsWith('-') ? 'DESC' : 'ASC';
  const name = text.replace(/^-/, '');
  if (name.startsWith('field.')) {
    return { by: 'FIELD', fieldKey: name.slice('field.'.length), direction };
  }
  for (const by of Object.keys(SORT_NAMES) as (keyof typeof SORT_NAMES)[]) {
    if (SORT_NAMES[by] === name) return { by, fieldKey: null, direction };
  }
  return DEFAULT_SORT;
}

/** Checks the search parameters of an address; what makes no sense is dropped. */
export function parseListSearch(raw: Record<string, unknown>): ListSearch {
  return compact({
    state: textOf(raw.state),
    q: textOf(raw.q),
    status: textOf(raw.status),
    where: textOf(raw.where),
    sort: textOf(raw.sort),
    columns: textOf(raw.columns),
    totals: textOf(raw.totals),
    view: textOf(raw.view),
    ...parsePage(raw),
  });
}

export function decodeListState(search: ListSearch): ListState {
  const conditions = (search.where ?? '').split(';').map(decodeCondition);
  return {
    part: decodePart(search.state),
    search: search.q ?? '',
    statusKeys: wordsOf(search.status),
    conditions: conditions.filter((condition) => condition !== null),
    sort: search.sort ? decodeSort(search.sort) : DEFAULT_SORT,
    columns: search.columns === undefined ? null : wordsOf(search.columns),
    totals: decodeTotals(search.totals),
    view: search.view ?? null,
    ...decodePage(search),
  };
}

export function encodeListState(state: ListState): ListSearch {
  const where = state.conditions.filter(narrows).map(encodeCondition).join(';');
  const sort = encodeSort(state.sort);
  const totals = encodeTotals(state.totals);
  return {
    ...(state.part !== 'ACTIVE' && { state: PARTS[state.part] }),
    ...(state.search !== '' && { q: state.search }),
    ...(state.statusKeys.length > 0 && { status: state.statusKeys.join(',') }),
    ...(where !== '' && { where }),
    ...(sort !== encodeSort(DEFAULT_SORT) && { sort }),
    ...(state.columns !== null && { columns: state.columns.join(',') }),
    ...(totals !== '' && { totals }),
    ...(state.view !== null && { view: state.view }),
    ...encodePage(state),
  };
}

/** What the server must look for; undefined when nothing is left out. */
export function toRecordFilter(state: ListState): RecordFilter | undefined {
  if (!isNarrowed(state) && state.part === 'ACTIVE') return undefined;
  const fields = state.conditions.filter(narrows).map(toFieldFilter);
  return {
    ...(state.search.trim() !== '' && { search: state.search.trim() }),
    ...(state.statusKeys.length > 0 && { statusKeys: state.statusKeys }),
    ...(fields.length > 0 && { fields }),
    ...(state.part !== 'ACTIVE' && { state: state.part }),
  };
}

export function toRecordSort(sort: ListSort): RecordSort {
  return {
    by: sort.by,
    direction: sort.direction,
    ...(sort.by === 'FIELD' && { fieldKey: sort.fieldKey }),
  };
}

/** Whether a search or a filter hides records. */
export function isNarrowed(state: ListState): boolean {
  return (
    state.search.trim() !== '' || state.statusKeys.length > 0 || state.conditions.some(narrows)
  );
}
