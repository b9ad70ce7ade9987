import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';

import { graphql, useDocumentMutation } from '@/graphql';

import { type Job, isFinished, jobQuery } from './job';

const CancelJobDocument = graphql(`
  mutation CancelJob($input: CancelJobInput!) {
    cancelJob(input: $input) {
      job {
        ...JobFacts
      }
      userErrors {
        code
        path
        params
      }
    }
  }
`);

export interface FollowedJob {
  /** Null before the first answer, and while there is no job. */
  job: Job | null;
  error: Error | null;
  /** Absent when there is nothing left to stop. */
  cancel?: () => void;
}

/** Follows a job to its end. */
export function useJob(id: string | null): FollowedJob {
  const queryClient = useQueryClient();
  const followed = jobQuery(id ?? '');
  const { data, error } = useQuery({
    ...followed,
    queryFn: id === null ? skipToken : followed.queryFn,
  });
  const { mutate, isPending } = useDocumentMutation(CancelJobDocument);
  const job = data?.job ?? null;

  const cancel = () => {
    if (id === null) return;
    mutate(
      { input: { id } },
      {
        onSettled: () => {
          void queryClient.invalidateQueries({ queryKey: followed.queryKey });
        },
      },
    );
  };
  const canCancel = job !== null && !isFinished(job.state) && !isPending;
  return { job, error, ...(canCancel && { cancel }) };
}
