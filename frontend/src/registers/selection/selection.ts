/** The most records that something is done with at once. */
export const MAX_SELECTED = 200;

/** Records that were picked from a list, also from pages that are no longer shown. */
export interface Selection<TRecord extends { id: string }> {
  records: ReadonlyMap<string, TRecord>;
  /** The one picked last: where a range begins. */
  anchor: string | null;
}

export const emptySelection = <TRecord extends { id: string }>(): Selection<TRecord> => ({
  records: new Map(),
  anchor: null,
});

function withRecords<TRecord extends { id: string }>(
  selection: Selection<TRecord>,
  added: readonly TRecord[],
): ReadonlyMap<string, TRecord> {
  const records = new Map(selection.records);
  for (const record of added) {
    if (records.size < MAX_SELECTED || records.has(record.id)) records.set(record.id, record);
  }
  return records;
}

function withoutRecords<TRecord extends { id: string }>(
  selection: Selection<TRecord>,
  removed: readonly TRecord[],
): ReadonlyMap<string, TRecord> {
  const records = new Map(selection.records);
  for (const { id } of removed) records.delete(id);
  return records;
}

/** Picks one, or lets it go. */
export function toggle<TRecord extends { id: string }>(
  selection: Selection<TRecord>,
  record: TRecord,
): Selection<TRecord> {
  const change = selection.records.has(record.id) ? withoutRecords : withRecords;
  return { records: change(selection, [record]), anchor: record.id };
}

/** Picks all from the one picked last up to this one, as they stand on the page. */
export function extend<TRecord extends { id: string }>(
  selection: Selection<TRecord>,
  record: TRecord,
  page: readonly TRecord[],
): Selection<TRecord> {
  const from = page.findIndex(({ id }) => id === selection.anchor);
  const to = page.findIndex(({ id }) => id === record.id);
  if (from < 0 || to < 0) return toggle(selection, record);
  const range = page.slice(Math.min(from, to), Math.max(from, to) + 1);
  // From the anchor on: it is these that there is room for.
  const ordered = from <= to ? range : range.toReversed();
  return { records: withRecords(selection, ordered), anchor: selection.anchor };
}

/** Picks the whole page, or lets it go when all of it was picked. */
export function togglePage<TRecord extends { id: string }>(
  selection: Selection<TRecord>,
  page: readonly TRecord[],
): Selection<TRecord> {
  const isWhole = pageState(selection, page) === 'all';
  const records = isWhole ? withoutRecords(selection, page) : withRecords(selection, page);
  return { records, anchor: null };
}

export function pageState<TRecord extends { id: string }>(
  { records }: Selection<TRecord>,
  page: readonly TRecord[],
): 'all' | 'some' | 'none' {
  const count = page.filter(({ id }) => records.has(id)).length;
  return count === 0 ? 'none' : count === page.length ? 'all' : 'some';
}
