import { useViewerOfToday } from '@/auth/session';
import { type LookedInto, useLookedInto } from '@/looking-back/looked-at';

/** The back-up records can be taken back from: the one looked into, for who may do so. */
export function useTakingFrom(): LookedInto | null {
  const looked = useLookedInto();
  return useViewerOfToday().canRestoreBackups ? looked : null;
}
