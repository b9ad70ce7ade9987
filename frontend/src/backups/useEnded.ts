import { useEffect, useRef } from 'react';

/** Tells of each that was under way when one last looked, and is not any more. */
export function useEnded<T extends { id: string }>(
  all: readonly T[],
  isUnderWay: (one: T) => boolean,
  tell: (one: T) => void,
): void {
  const before = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const ended = all.filter((one) => before.current.has(one.id) && !isUnderWay(one));
    before.current = new Set(all.filter(isUnderWay).map(({ id }) => id));
    ended.forEach(tell);
  }, [all, isUnderWay, tell]);
}
