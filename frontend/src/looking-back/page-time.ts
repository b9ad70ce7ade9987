/** What a page can tell of a past day. */
export type PageTime =
  /** What stood there then. */
  | 'past'
  /** Only what is there now, which is no less true for that: one's account, files that were made, the log. */
  | 'present'
  /** Nothing: it is there for making or changing something. */
  | 'none';

const PRESENT = /^\/(jobs|account|audit|backups)(\/|$)/;
const NONE =
  /^\/(people|settings|firewall|design)(\/|$)|^\/backups\/restore\/?$|^\/registers\/(new|[^/]+\/(new|design|import|access|[^/]+\/edit))\/?$/;

export function pageTime(pathname: string): PageTime {
  if (NONE.test(pathname)) return 'none';
  return PRESENT.test(pathname) ? 'present' : 'past';
}
