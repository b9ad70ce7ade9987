import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { notify } from '@/design';
import { useUserErrors, useWrite } from '@/graphql';
import { type Language, useLanguage } from '@/i18n';

import { type RiskCriteria, UpdateRiskCriteriaDocument } from './criteria-documents';
import { type CriteriaDraft, draftOf, isSame, toInput } from './criteria-draft';

/** The criteria being changed, and what the server thinks of it. */
export function useCriteria(saved: Record<Language, RiskCriteria>) {
  const { t } = useTranslation('riskCriteria');
  const language = useLanguage();
  const queryClient = useQueryClient();
  const { byPath } = useUserErrors();
  const [start] = useState(() => draftOf(saved, language));
  const [draft, setDraft] = useState(start);
  const isSaved = useRef(false);
  const { write, isPending, refused, reset } = useWrite(UpdateRiskCriteriaDocument, {
    payload: (reply) => reply.updateRiskCriteria,
  });
  const errors = byPath(refused);
  const isDirty = !isSame(start, draft);

  return {
    draft,
    isDirty,
    isPending,
    isReadOnly: !saved.nl.viewerCanEdit,
    hasConflict: refused.some(({ code }) => code === 'CONFLICT'),
    /** The sentence at a field: `levels.2.minimumScore`, `impact.0.label`. */
    errorAt: (path: string): string | undefined => errors.get(path),
    /** Sentences that no field shows. */
    otherErrors: [...errors]
      .filter(([path]) => !/^(likelihood|impact|levels)\.\d+\./.test(path))
      .map(([, sentence]) => sentence),
    change: (update: (draft: CriteriaDraft) => CriteriaDraft) => {
      reset();
      setDraft(update);
    },
    undo: () => {
      reset();
      setDraft(start);
    },
    mustAskBeforeLeaving: () => isDirty && !isSaved.current,
    save: async () => {
      isSaved.current = true;
      const answer = await write({ input: toInput(draft, saved.nl.version) });
      isSaved.current = answer !== null;
      if (!answer) return;
      notify({ message: t('saved') });
      // Every register's form and every figure may show another level now.
      await queryClient.invalidateQueries({
        predicate: ({ queryKey: [name] }) => name !== 'Viewer',
      });
    },
  };
}

export type CriteriaControl = ReturnType<typeof useCriteria>;
