import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';

import { useViewer } from '@/auth/session';

import type { FormDraft } from './draft/form-draft';
import {
  type KeptDraft,
  draftAddress,
  forgetDraft,
  keepDraft,
  keptDraft,
} from './draft/kept-draft';

const PAUSE_MS = 500;

/** The draft that was left here before, if any, and where the one on the screen is kept. */
export function useKeptDraft(formKey: string | null) {
  const { user } = useViewer();
  const address = draftAddress(user.id, formKey);
  const [offered, setOffered] = useState<KeptDraft | null>(() => keptDraft(address));
  return {
    address,
    offered,
    /** Throws away what was left. */
    discard: () => {
      forgetDraft(address);
      setOffered(null);
    },
    /** It is on the screen from now on. */
    taken: () => {
      setOffered(null);
    },
  };
}

interface Keeping {
  address: string;
  draft: FormDraft;
  revision: number;
  /** Something was changed; while not, what is kept stays as it is. */
  isDirty: boolean;
}

/** Keeps the draft on this device while it is worked on. Gives what forgets it once it is published. */
export function useKeepDraft({ address, draft, revision, isDirty }: Keeping): () => void {
  const isOver = useRef(false);
  const keep = useDebouncedCallback(
    (latest: FormDraft) => {
      if (isOver.current) return;
      keepDraft(address, { draft: latest, revision, keptAt: new Date().toISOString() });
    },
    { delay: PAUSE_MS, flushOnUnmount: true },
  );
  const hasKept = useRef(false);
  useEffect(() => {
    if (isDirty) {
      hasKept.current = true;
      keep(draft);
    } else if (hasKept.current) {
      // All was taken back: there is nothing to go on with.
      keep.cancel();
      forgetDraft(address);
    }
  }, [draft, isDirty, keep, address]);
  return () => {
    isOver.current = true;
    forgetDraft(address);
  };
}
