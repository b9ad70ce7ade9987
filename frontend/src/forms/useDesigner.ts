import { createContext, useContext, useMemo } from 'react';

import { type UserErrorTexts, useUserErrors } from '@/graphql';
import { useLanguage } from '@/i18n';

import { type Problems, checkDraft, fieldIdOf } from './draft/check';
import type { FormDraft } from './draft/form-draft';
import { placeOf, toFormInput } from './draft/to-input';
import { tabOf } from './problem-tab';
import { type DesignActions, useDesignState } from './useDesignState';
import { type CheckedForm, useFormCheck } from './useFormCheck';

export interface DesignerOptions {
  /** Null for a new register. */
  formKey: string | null;
  initial: () => FormDraft;
}

/** Parts whose errors are told while one writes: nobody knows a formula to be right otherwise. */
const TOLD_AT_ONCE = /\/(expression|deadline|visibleWhen|requiredWhen)/;

/** A register being designed: the draft, what is chosen in it, and what is wrong with it. */
export function useDesigner({ formKey, initial }: DesignerOptions) {
  const language = useLanguage();
  const { sentence } = useUserErrors();
  const isNew = formKey === null;
  const [state, actions] = useDesignState(initial, { language, isNew });
  const { history, hasTried, selectedId } = state;
  const { draft, past, future } = history;
  const sent = useMemo(() => toFormInput(draft, language), [draft, language]);
  const own = useMemo(() => checkDraft(draft, language), [draft, language]);
  // Nothing was changed: there is nothing to ask.
  const check = useFormCheck(formKey, sent, past.length > 0);
  const { checked } = check;

  const problems = useMemo(() => {
    const said = checked ? [...problemsOf(checked, sentence)] : [];
    const shown: Problems = new Map(said.filter(([place]) => hasTried || TOLD_AT_ONCE.test(place)));
    // What we see ourselves goes before what the server says of the same place.
    for (const [place, code] of hasTried ? own : []) {
      shown.set(place, sentence({ code, params: {} }));
    }
    return shown;
  }, [checked, own, hasTried, sentence]);

  return {
    ...state,
    formKey,
    draft,
    canUndo: past.length > 0,
    canRedo: future.length > 0,
    actions,
    sent,
    isChecking: check.isChecking,
    language,
    selected: draft.fields.find((field) => field.id === selectedId) ?? null,
    problems,
    /** Parts of the designer in which something is wrong. */
    wrongTabs: new Set([...problems.keys()].map((place) => tabOf(place, isNew))),
    /** What we see to be wrong without asking the server. */
    ownProblems: own,
    toProblems: (answer: Pick<CheckedForm, 'userErrors' | 'fieldIds'>): Problems =>
      problemsOf(answer, sentence),
  };
}

/** What the server says to be wrong, by place: the first sentence of each. */
function problemsOf(
  checked: Pick<CheckedForm, 'userErrors' | 'fieldIds'>,
  sentence: UserErrorTexts['sentence'],
): Problems {
  const problems: Problems = new Map();
  for (const error of checked.userErrors) {
    const place = placeOf(error.path.join('.'), checked);
    if (!problems.has(place)) problems.set(place, sentence(error));
  }
  return problems;
}

/** The first sentence about each field. */
export function errorsByField(problems: Problems): ReadonlyMap<string, string> {
  const errors = new Map<string, string>();
  for (const [place, sentence] of problems) {
    const id = fieldIdOf(place);
    if (id !== null && !errors.has(id)) errors.set(id, sentence);
  }
  return errors;
}

export type DesignerControl = ReturnType<typeof useDesigner>;

export const DesignerContext = createContext<DesignerControl | null>(null);

/** What can be done, apart from the draft: what uses this alone is not drawn anew at every letter. */
export const ActionsContext = createContext<DesignActions | null>(null);

/** What is wrong, by place; apart from the draft for the same reason. */
export const ProblemsContext = createContext<Problems>(new Map());

/** Opens the properties of a field; null where they stand beside the form. */
export const SettingsContext = createContext<((id: string) => void) | null>(null);

/** The designer that the parts of its page share. */
export function useDesign(): DesignerControl {
  const control = useContext(DesignerContext);
  if (!control) throw new Error('useDesign was used outside a designer');
  return control;
}

export function useDesignActions(): DesignActions {
  const actions = useContext(ActionsContext);
  if (!actions) throw new Error('useDesignActions was used outside a designer');
  return actions;
}

/** The sentence at a place, when something is wrong there. */
export function useErrorAt(): (place: string) => string | undefined {
  const problems = useContext(ProblemsContext);
  return (place) => problems.get(place);
}
