import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';

import type { OptionSource, PickOption } from './option-source';

const TYPING_PAUSE_MS = 200;

/** Options for what was typed, with those already chosen added, so that they keep their words. */
export function useOptions(source: OptionSource, search: string, chosen: readonly PickOption[]) {
  const [settled] = useDebouncedValue(search, TYPING_PAUSE_MS);
  const { data, isFetching } = useQuery({
    queryKey: ['Options', ...source.key, settled],
    queryFn: () => source.find(settled),
    placeholderData: keepPreviousData,
  });
  const found = data ?? [];
  const missing = chosen.filter((option) => !found.some((other) => other.id === option.id));
  return { found, all: [...found, ...missing], isFetching };
}
