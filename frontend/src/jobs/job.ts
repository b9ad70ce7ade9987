import { type JobFactsFragment, type JobState, documentQuery, graphql } from '@/graphql';

graphql(`
  fragment JobFacts on Job {
    id
    kind
    state
    createdAt
    finishedAt
    done
    total
    downloadUrl
    fileName
    errors {
      code
      path
      params
    }
    importSummary {
      created
      updated
      unchanged
      formKey
    }
  }
`);

const JobDocument = graphql(`
  query Job($id: ID!) {
    job(id: $id) {
      ...JobFacts
    }
  }
`);

const JobsDocument = graphql(`
  query Jobs($first: Int, $after: String) {
    jobs(first: $first, after: $after) {
      nodes {
        ...JobFacts
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** Long work on the server: an export or an import. */
export type Job = JobFactsFragment;

const FIRST_POLL_MS = 500;
const SLOWEST_POLL_MS = 2000;
/** How much slower each look is than the one before. */
const SLOWDOWN = 1.25;

export const isFinished = (state: JobState) => state !== 'QUEUED' && state !== 'RUNNING';

/** How long to wait after so many looks; short jobs feel immediate, long ones cost little. */
export const pollPause = (looks: number): number =>
  Math.min(SLOWEST_POLL_MS, FIRST_POLL_MS * SLOWDOWN ** looks);

/** Follows a job until it is over. */
export const jobQuery = (id: string) => ({
  ...documentQuery(JobDocument, { id }),
  staleTime: 0,
  refetchInterval: (query: { state: { data?: { job?: Job | null }; dataUpdateCount: number } }) => {
    const job = query.state.data?.job;
    return job && isFinished(job.state) ? false : pollPause(query.state.dataUpdateCount);
  },
});

const PAGE_SIZE = 20;

/** The viewer's latest jobs; looked at again while one of them runs. */
export const jobsQuery = () => ({
  ...documentQuery(JobsDocument, { first: PAGE_SIZE }),
  staleTime: 0,
  refetchInterval: (query: { state: { data?: { jobs: { nodes: Job[] } } } }) =>
    query.state.data?.jobs.nodes.some((job) => !isFinished(job.state)) ? SLOWEST_POLL_MS : false,
});
