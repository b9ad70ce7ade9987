import type { DeadlineState, FieldFilter, RecordFilter } from '@/graphql';
import type { FieldCondition } from '@/registers/list/condition';
import { type ListSearch, decodeListState, encodeListState } from '@/registers/list/list-state';

type Filter = RecordFilter | Record<string, unknown> | null | undefined;

/** The list's address for a filter; null where the list cannot say it. */
export function toListSearch(filter: Filter): ListSearch | null {
  if (!filter) return null;
  const { search, statusKeys, fields } = filter as RecordFilter;
  // None of the statuses: nothing can be in such a list.
  if (statusKeys?.length === 0) return null;
  return encodeListState({
    ...decodeListState({}),
    search: search ?? '',
    statusKeys: statusKeys ?? [],
    conditions: merged((fields ?? []).flatMap(toConditions)),
  });
}

function toConditions(filter: FieldFilter): FieldCondition[] {
  const fieldKey = filter.key;
  const found: FieldCondition[] = [];
  if (filter.contains) found.push({ test: 'contains', fieldKey, text: filter.contains });
  if (filter.anyOf) found.push({ test: 'any', fieldKey, keys: [...filter.anyOf] });
  if (filter.users) found.push({ test: 'user', fieldKey, ids: filter.users.map(String) });
  if (filter.groups) found.push({ test: 'group', fieldKey, ids: filter.groups.map(String) });
  if (filter.references)
    found.push({ test: 'record', fieldKey, ids: filter.references.map(String) });
  if (filter.deadlines) {
    found.push({ test: 'deadline', fieldKey, states: [...filter.deadlines] as DeadlineState[] });
  }
  const { numberFrom, numberTo, dateFrom, dateTo, isEmpty } = filter;
  if (isSaid(numberFrom) || isSaid(numberTo)) {
    found.push({ test: 'number', fieldKey, from: numberFrom ?? null, to: numberTo ?? null });
  }
  if (isSaid(dateFrom) || isSaid(dateTo)) {
    found.push({ test: 'date', fieldKey, from: dateFrom ?? null, to: dateTo ?? null });
  }
  if (isSaid(isEmpty)) found.push({ test: 'empty', fieldKey, isEmpty });
  return found;
}

const isSaid = <TValue>(value: TValue | null | undefined): value is TValue =>
  value !== null && value !== undefined;

/** The same question of the same field twice is the narrower of both; what says nothing more goes. */
function merged(conditions: readonly FieldCondition[]): FieldCondition[] {
  const kept: FieldCondition[] = [];
  for (const condition of conditions) {
    const place = kept.findIndex(
      (other) => other.fieldKey === condition.fieldKey && other.test === condition.test,
    );
    const other = kept[place];
    if (other) kept[place] = narrower(other, condition);
    else kept.push(condition);
  }
  const isAsked = (fieldKey: string) =>
    kept.some((other) => other.fieldKey === fieldKey && other.test !== 'empty');
  // "Filled in" says nothing beside a value.
  return kept.filter((one) => one.test !== 'empty' || one.isEmpty || !isAsked(one.fieldKey));
}

function narrower(a: FieldCondition, b: FieldCondition): FieldCondition {
  if (a.test === 'any' && b.test === 'any') {
    const keys = a.keys.filter((key) => b.keys.includes(key));
    return { ...a, keys: keys.length > 0 ? keys : b.keys };
  }
  if (a.test === 'number' && b.test === 'number') {
    return { ...a, from: later(a.from, b.from), to: earlier(a.to, b.to) };
  }
  if (a.test === 'date' && b.test === 'date') {
    return { ...a, from: later(a.from, b.from), to: earlier(a.to, b.to) };
  }
  return b;
}

const later = <TValue extends number | string>(a: TValue | null, b: TValue | null) =>
  a === null || (b !== null && b > a) ? b : a;
const earlier = <TValue extends number | string>(a: TValue | null, b: TValue | null) =>
  a === null || (b !== null && b < a) ? b : a;
