import { type LookedAt, lookedAt } from '@/looking-back/looked-at';

import { type AppError, networkError, toAppError } from './app-error';
import type { TypedDocumentString } from './generated/graphql';
import { canLookBack } from './of-today';
import { operationOf } from './operation';

interface GraphQLReply<TResult> {
  data?: TResult | null;
  code?: unknown;
  errors?: { message: string; extensions?: Record<string, unknown> }[];
}

/** Variables are left out of the call when a document takes none. */
export type VariableArguments<TVariables> =
  TVariables extends Record<string, never> ? [] : [variables: TVariables];

/**
 * Sends one GraphQL document to the server this page came from. Queries are answered as of what is
 * looked at: a past day or a back-up, if any.
 * @throws AppError for anything but a full answer; `userErrors` in payloads are not errors here.
 */
export async function request<TResult, TVariables>(
  document: TypedDocumentString<TResult, TVariables>,
  ...variables: VariableArguments<TVariables>
): Promise<TResult> {
  return requestAt(lookedAt(), document, ...variables);
}

/** {@link request}, as of what one chooses oneself; null is now. */
export async function requestAt<TResult, TVariables>(
  looked: LookedAt | null,
  document: TypedDocumentString<TResult, TVariables>,
  ...[variables]: VariableArguments<TVariables>
): Promise<TResult> {
  const reply = await post<TResult>(
    JSON.stringify({ query: document, variables }),
    canLookBack(operationOf(document)) ? looked : null,
  );
  const failure = reply.errors?.[0];
  if (failure) throw toAppError(failure.extensions);
  // What is refused before it is read as GraphQL may be a problem with a code of its own.
  if (!reply.data) throw toAppError({ code: reply.code });
  return reply.data;
}

async function post<TResult>(
  body: string,
  looked: LookedAt | null,
): Promise<GraphQLReply<TResult>> {
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/json',
        // Forms on other sites cannot send this header: the server takes it as proof of our own page.
        'X-Requested-With': 'waarborg',
        ...timeHeader(looked),
      },
      body,
    });
    return (await response.json()) as GraphQLReply<TResult>;
  } catch (cause) {
    throw networkError(cause) satisfies AppError;
  }
}

/** What makes the server answer as of something else than now. */
function timeHeader(looked: LookedAt | null): Record<string, string> {
  if (looked === null) return {};
  return looked.kind === 'day'
    ? { 'Waarborg-As-Of': looked.day }
    : { 'Waarborg-Backup': looked.restoreId };
}
