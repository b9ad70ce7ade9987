import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';

import { type PreferenceChange, useChangePreferences } from '@/settings/preferences';

import { safeReturnTo } from './return-to';
import { forgetViewer, refreshViewer } from './session';

export interface SessionStart {
  /** What was chosen on the sign-in pages; it goes before what the viewer chose earlier. */
  chosen: PreferenceChange;
  returnTo: string | undefined;
}

/** The session is there: keep what was chosen, and go where they were going. */
export function useSessionStart(): (start: SessionStart) => Promise<void> {
  const queryClient = useQueryClient();
  const router = useRouter();
  const changePreferences = useChangePreferences();

  return async ({ chosen, returnTo }) => {
    // Whatever an earlier person on this device saw must not be shown to this one.
    forgetViewer(queryClient);
    if (chosen.language ?? chosen.theme) await changePreferences(chosen);
    await refreshViewer(queryClient);
    await router.navigate({ href: safeReturnTo(returnTo), replace: true });
  };
}
