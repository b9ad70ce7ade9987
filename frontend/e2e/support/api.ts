import type { Page } from '@playwright/test';

/**
 * Asks the server something from within a page of it, as the person signed in there. For what has to
 * be so before a journey begins; the journey itself goes by the screens.
 */
export async function ask<T>(page: Page, query: string, variables: object = {}): Promise<T> {
  const reply = await post(page, { query, variables }, { 'X-Requested-With': 'waarborg' });
  const { data, errors } = reply as { data?: T; errors?: { extensions?: { code?: string } }[] };
  if (errors || !data) throw new Error(`refused: ${JSON.stringify(errors)}\n${query}`);
  return data;
}

/** What the server answers to a program with an API token; no cookie goes along. */
export async function askWithToken(page: Page, token: string, query: string): Promise<unknown> {
  return post(page, { query }, { Authorization: `Bearer ${token}` }, 'omit');
}

async function post(
  page: Page,
  body: object,
  headers: Record<string, string>,
  credentials: RequestCredentials = 'same-origin',
): Promise<unknown> {
  return page.evaluate(
    async (call) => {
      const response = await fetch('/graphql', {
        method: 'POST',
        credentials: call.credentials,
        headers: { 'Content-Type': 'application/json', ...call.headers },
        body: JSON.stringify(call.body),
      });
      return (await response.json()) as unknown;
    },
    { body, headers, credentials },
  );
}
