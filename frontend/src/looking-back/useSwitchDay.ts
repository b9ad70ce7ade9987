import { useQueryClient } from '@tanstack/react-query';

import { OF_TODAY } from '@/graphql/of-today';

import { setAsOf } from './as-of';

/** Shows everything as of another day, or now (null): what was fetched of the day before is forgotten. */
export function useSwitchDay(): (day: string | null) => void {
  const queryClient = useQueryClient();
  return (day) => {
    queryClient.removeQueries({
      predicate: ({ queryKey: [name] }) => typeof name !== 'string' || !OF_TODAY.has(name),
    });
    setAsOf(day);
  };
}
