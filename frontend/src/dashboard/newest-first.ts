/** The last changed of several lists together; `updatedAt` is ISO 8601 in UTC, so text order is time order. */
export function newestFirst<TRecord extends { updatedAt: string }>(
  records: readonly TRecord[],
  limit: number,
): TRecord[] {
  return [...records].sort((a, b) => b.updatedAt.localeCompare(a.updatedAt)).slice(0, limit);
}
