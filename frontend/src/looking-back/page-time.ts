/** What a page can tell of a past day. */
export type PageTime =
  /** What stood there then. */
  | 'past'
  /** Only what is there now, which is no less true for that: one's account, files that were made, the log. */
  | 'present'
  /** Nothing: it is there for making or changing something. */
  | 'none';

const PRESENT = /^\/(jobs|account|audit)(\/|$)/;
const NONE =
  /^\/(people|settings|firewall|design)(\/|$)|^\/registers\/(new|[^/]+\/(new|design|import|access|[^/]+\/edit))\/?$/;

export function pageTime(pathname: string): PageTime {
  if (PRESENT.test(pathname)) return 'present';
  return NONE.test(pathname) ? 'none' : 'past';
}
