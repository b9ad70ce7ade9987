/** Reading addresses of lists: they may hold anything, as people type and mend them. */

export const PAGE_SIZES = [25, 50, 100] as const;
export const DEFAULT_PAGE_SIZE = 25;

/** Which page of a list is shown. */
export interface PageState {
  pageSize: number;
  /** 1 is the first page. */
  page: number;
  /** Cursor the page begins after; null on the first page. */
  after: string | null;
}

/** The same as search parameters of the address; what is usual is left out. */
export interface PageSearch {
  size?: number;
  page?: number;
  after?: string;
}

/** The router hands numbers and objects where a text was meant. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

export const dayOf = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;

/** The value when it is one of these, undefined otherwise. */
export const oneOf = <TValue extends string>(
  value: unknown,
  known: readonly TValue[],
): TValue | undefined => known.find((one) => one === value);

export const wordsOf = (text: string | undefined): string[] =>
  text ? text.split(',').filter(Boolean) : [];

const positive = (value: unknown): number | undefined => {
  const number = Number(value);
  return Number.isInteger(number) && number > 0 ? number : undefined;
};

export const parsePage = (raw: Record<string, unknown>): PageSearch => ({
  size: positive(raw.size),
  page: positive(raw.page),
  after: textOf(raw.after),
});

export function decodePage(search: PageSearch): PageState {
  const after = search.after ?? null;
  return {
    pageSize: PAGE_SIZES.find((size) => size === search.size) ?? DEFAULT_PAGE_SIZE,
    page: after === null ? 1 : (search.page ?? 1),
    after,
  };
}

export const encodePage = (state: PageState): PageSearch => ({
  ...(state.pageSize !== DEFAULT_PAGE_SIZE && { size: state.pageSize }),
  ...(state.after !== null && { after: state.after, page: state.page }),
});

/** Without what is empty, so that the address stays short. */
export const compact = <TSearch extends object>(search: TSearch): TSearch =>
  Object.fromEntries(
    Object.entries(search).filter(([, value]) => value !== undefined && value !== ''),
  ) as TSearch;
