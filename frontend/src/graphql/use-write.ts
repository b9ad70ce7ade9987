import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { useDocumentMutation } from './documents';
import type { TypedDocumentString } from './generated/graphql';
import { type UserErrorLike, useUserErrors } from './user-errors';

interface WriteOptions<TResult, TPayload> {
  /** The mutation's payload in its reply. */
  payload: (reply: TResult) => TPayload;
  /** Fields that show their own errors; the others' come in `general`. */
  fields?: readonly string[];
  /** Names of queries to ask anew once it is done. */
  refresh?: readonly string[];
}

/** A mutation of a form: what the server refused is kept until the next attempt. */
export function useWrite<TResult, TVariables, TPayload extends { userErrors: UserErrorLike[] }>(
  document: TypedDocumentString<TResult, TVariables>,
  { payload, fields = [], refresh = [] }: WriteOptions<TResult, TPayload>,
) {
  const queryClient = useQueryClient();
  const { mutateAsync, isPending } = useDocumentMutation(document);
  const [refused, setRefused] = useState<readonly UserErrorLike[]>([]);
  const { byField, general } = useUserErrors();

  /** Null when it was refused, or failed as a whole (of which a toast tells). */
  const write = async (variables: TVariables): Promise<TPayload | null> => {
    setRefused([]);
    try {
      const answer = payload(await mutateAsync(variables));
      setRefused(answer.userErrors);
      await Promise.all(refresh.map((name) => queryClient.invalidateQueries({ queryKey: [name] })));
      return answer.userErrors.length === 0 ? answer : null;
    } catch {
      return null;
    }
  };

  return {
    write,
    isPending,
    refused,
    /** Forgets what was refused. */
    reset: () => {
      setRefused([]);
    },
    errorOf: byField(refused),
    general: general(refused, fields),
  };
}
