import { type Mock, vi } from 'vitest';

type Variables = Record<string, unknown>;

/** What the server says to an operation: its data, or the code it fails with. */
export type Answer = { data: unknown } | { code: string };

/** Plays the server, by operation name. Gives the operations asked, in order. */
export function answerGraphql(answers: Record<string, (variables: Variables) => Answer>): {
  asked: string[];
  fetch: Mock;
} {
  const asked: string[] = [];
  const fetch = vi.fn((_url: string, options: { body: string }) => {
    const { query, variables } = JSON.parse(options.body) as {
      query: string;
      variables?: Variables;
    };
    const name = /(?:query|mutation)\s+(\w+)/.exec(query)?.[1] ?? '';
    asked.push(name);
    const answer = answers[name]?.(variables ?? {}) ?? { code: 'INTERNAL' };
    const body =
      'data' in answer
        ? answer
        : { errors: [{ message: 'no', extensions: { code: answer.code } }] };
    return Promise.resolve(new Response(JSON.stringify(body)));
  });
  vi.stubGlobal('fetch', fetch);
  return { asked, fetch };
}

/** A viewer as the shell knows one; parts of it can be told otherwise. */
export function viewerAnswer(viewer: Record<string, unknown> = {}): () => Answer {
  return () => ({
    data: {
      viewer: {
        user: { id: 'usr_1', displayName: 'Annelies Kuiper', username: 'annelies' },
        role: 'ADMINISTRATOR',
        locale: 'NL',
        canManageForms: true,
        canExport: true,
        canImport: true,
        canMakeApiTokens: true,
        hasPasskey: false,
        accessEndsOn: null,
        preferences: {},
        ...viewer,
      },
      environment: {
        id: 'env_1',
        name: 'Stichting Zorgpunt',
        host: 'zorgpunt.localhost',
        locale: 'NL',
        hasOutbox: true,
      },
    },
  });
}
