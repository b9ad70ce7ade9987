import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

export interface ActionWords {
  /** What was done, to be followed by to what: `sent an invitation to`. Its code when we have no words. */
  before: (action: string) => string;
  /** The same on its own: `sent an invitation`. */
  alone: (action: string) => string;
}

/** Words that wait for what comes after them. */
const DANGLING =
  / (aan|als|bij|door|in|met|naar|op|tot|van|voor|as|at|by|for|from|in|into|of|on|to|with)$/;

/** What the actions of the audit log are called. */
export function useActionWords(): ActionWords {
  const { t, i18n } = useTranslation('audit');
  const before = useCallback(
    (action: string) => {
      const key = `actions.${action}`;
      return i18n.exists(key, { ns: 'audit' }) ? t(key as 'title') : action;
    },
    [t, i18n],
  );
  const alone = useCallback((action: string) => before(action).replace(DANGLING, ''), [before]);
  return { before, alone };
}
