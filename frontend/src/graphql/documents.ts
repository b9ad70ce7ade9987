import {
  type UseMutationOptions,
  type UseMutationResult,
  queryOptions,
  useMutation,
} from '@tanstack/react-query';

import type { AppError } from './app-error';
import { type VariableArguments, request } from './client';
import type { TypedDocumentString } from './generated/graphql';
import { operationOf } from './operation';
import { withStepUp } from './step-up';

/**
 * Query options for one document: `useQuery(documentQuery(RecordDocument, { id }))`, and the same in
 * route loaders (`ensureQueryData`). The key is `[operation name, variables]`.
 */
export function documentQuery<TResult, TVariables>(
  document: TypedDocumentString<TResult, TVariables>,
  ...variables: VariableArguments<TVariables>
) {
  return queryOptions<TResult, AppError>({
    queryKey: [operationOf(document).name, variables[0] ?? {}],
    queryFn: () => request(document, ...variables),
  });
}

/**
 * A mutation by document; `mutateAsync(variables)` gives the reply with its `userErrors`. When the
 * server wants a fresh code first, the user is asked for one and the mutation is sent again.
 */
export function useDocumentMutation<TResult, TVariables>(
  document: TypedDocumentString<TResult, TVariables>,
  options: Omit<UseMutationOptions<TResult, AppError, TVariables>, 'mutationFn'> = {},
): UseMutationResult<TResult, AppError, TVariables> {
  return useMutation<TResult, AppError, TVariables>({
    ...options,
    mutationFn: (variables) =>
      withStepUp(() =>
        request(document, ...([variables] as unknown as VariableArguments<TVariables>)),
      ),
  });
}
