import { asOfDay } from '@/looking-back/as-of';

import { type AppError, networkError, toAppError } from './app-error';
import type { TypedDocumentString } from './generated/graphql';
import { canLookBack } from './of-today';
import { operationOf } from './operation';

interface GraphQLReply<TResult> {
  data?: TResult | null;
  errors?: { message: string; extensions?: Record<string, unknown> }[];
}

/** Variables are left out of the call when a document takes none. */
export type VariableArguments<TVariables> =
  TVariables extends Record<string, never> ? [] : [variables: TVariables];

/**
 * Sends one GraphQL document to the server this page came from. Queries are answered as of the past
 * day that is looked back at, if any.
 * @throws AppError for anything but a full answer; `userErrors` in payloads are not errors here.
 */
export async function request<TResult, TVariables>(
  document: TypedDocumentString<TResult, TVariables>,
  ...variables: VariableArguments<TVariables>
): Promise<TResult> {
  return requestAsOf(asOfDay(), document, ...variables);
}

/** {@link request}, as of a day of one's own choice; null is now. */
export async function requestAsOf<TResult, TVariables>(
  day: string | null,
  document: TypedDocumentString<TResult, TVariables>,
  ...[variables]: VariableArguments<TVariables>
): Promise<TResult> {
  const reply = await post<TResult>(
    JSON.stringify({ query: document, variables }),
    canLookBack(operationOf(document)) ? day : null,
  );
  const failure = reply.errors?.[0];
  if (failure) throw toAppError(failure.extensions);
  if (!reply.data) throw toAppError(undefined);
  return reply.data;
}

async function post<TResult>(body: string, asOf: string | null): Promise<GraphQLReply<TResult>> {
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/json',
        // Forms on other sites cannot send this header: the server takes it as proof of our own page.
        'X-Requested-With': 'waarborg',
        ...(asOf !== null && { 'Waarborg-As-Of': asOf }),
      },
      body,
    });
    return (await response.json()) as GraphQLReply<TResult>;
  } catch (cause) {
    throw networkError(cause) satisfies AppError;
  }
}
