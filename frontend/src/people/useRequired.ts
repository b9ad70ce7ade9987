import { useState } from 'react';

import { focusFirstError } from '@/design';
import { useUserErrors } from '@/graphql';

/** Which of these texts are still empty (absent: not asked); told once one has tried to save. */
export function useRequired(texts: Partial<Record<string, string>>) {
  const [hasTried, setHasTried] = useState(false);
  const { sentence } = useUserErrors();
  const missing = Object.keys(texts).filter((field) => texts[field]?.trim() === '');
  const words = sentence({ code: 'REQUIRED', params: {} });
  const errors: Partial<Record<string, string>> = Object.fromEntries(
    hasTried ? missing.map((field) => [field, words]) : [],
  );
  return {
    errors,
    /** Shows what is missing; true when nothing is. */
    check: (): boolean => {
      setHasTried(true);
      if (missing.length > 0) focusFirstError();
      return missing.length === 0;
    },
  };
}
