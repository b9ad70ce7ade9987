import type { RegisterArchivingsQuery } from '@/graphql';

type Event = RegisterArchivingsQuery['auditEvents']['nodes'][number];

/** A register that was put away. */
export interface ArchivedRegister {
  key: string;
  at: string;
  by: string;
}

/** Registers of which the last thing told is that they were archived; events come newest first. */
export function archivedRegisters(events: readonly Event[]): ArchivedRegister[] {
  const seen = new Set<string>();
  return events.flatMap(({ action, at, actorName, details }) => {
    const key = details.key;
    if (typeof key !== 'string' || seen.has(key)) return [];
    seen.add(key);
    return action === 'form.archived' ? [{ key, at, by: actorName }] : [];
  });
}
