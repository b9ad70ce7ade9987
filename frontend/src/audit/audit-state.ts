import {
  type PageSearch,
  type PageState,
  compact,
  dayOf,
  decodePage,
  encodePage,
  parsePage,
  textOf,
  wordsOf,
} from '@/app/page-search';
import type { AuditFilter } from '@/graphql';

/** Everything that decides which events are shown. */
export interface AuditState extends PageState {
  search: string;
  /** First and last day, where the viewer is. */
  from: string | null;
  until: string | null;
  actions: string[];
  actorId: string | null;
  subjectId: string | null;
  isRefusal: boolean;
}

export interface AuditSearch extends PageSearch {
  q?: string;
  from?: string;
  until?: string;
  action?: string;
  actor?: string;
  subject?: string;
  refusals?: 'only';
}

export function parseAuditSearch(raw: Record<string, unknown>): AuditSearch {
  return compact({
    q: textOf(raw.q),
    from: dayOf(raw.from),
    until: dayOf(raw.until),
    action: textOf(raw.action),
    actor: textOf(raw.actor),
    subject: textOf(raw.subject),
    refusals: raw.refusals === 'only' ? ('only' as const) : undefined,
    ...parsePage(raw),
  });
}

export function decodeAudit(search: AuditSearch): AuditState {
  return {
    search: search.q ?? '',
    from: search.from ?? null,
    until: search.until ?? null,
    actions: wordsOf(search.action),
    actorId: search.actor ?? null,
    subjectId: search.subject ?? null,
    isRefusal: search.refusals === 'only',
    ...decodePage(search),
  };
}

export function encodeAudit(state: AuditState): AuditSearch {
  return compact({
    q: state.search,
    from: state.from ?? undefined,
    until: state.until ?? undefined,
    action: state.actions.join(','),
    actor: state.actorId ?? undefined,
    subject: state.subjectId ?? undefined,
    refusals: state.isRefusal ? ('only' as const) : undefined,
    ...encodePage(state),
  });
}

/** Midnight at the beginning of a day, or of the day after it, where the viewer is. */
function midnight(day: string, daysLater: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + daysLater).toISOString();
}

/** The last day counts whole: `until` is the first moment that is out. */
export function toAuditFilter(state: AuditState): AuditFilter {
  return {
    ...(state.search !== '' && { search: state.search }),
    ...(state.from !== null && { from: midnight(state.from, 0) }),
    ...(state.until !== null && { until: midnight(state.until, 1) }),
    ...(state.actions.length > 0 && { actions: state.actions }),
    ...(state.actorId !== null && { actorId: state.actorId }),
    ...(state.subjectId !== null && { subjectId: state.subjectId }),
    ...(state.isRefusal && { isRefusal: true }),
  };
}

export const NO_FILTER = {
  search: '',
  from: null,
  until: null,
  actions: [],
  actorId: null,
  subjectId: null,
  isRefusal: false,
} as const satisfies Partial<AuditState>;

export const isNarrowed = (state: AuditState): boolean =>
  Object.keys(toAuditFilter(state)).length > 0;
