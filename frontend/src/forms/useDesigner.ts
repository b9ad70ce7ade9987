import { createContext, useContext, useState } from 'react';

import { type UserErrorTexts, useUserErrors } from '@/graphql';
import { useLanguage } from '@/i18n';

import { changeField, duplicateField, neighbourOf, removeField, settleKeys } from './draft/changes';
import { type Problems, checkDraft, fieldIdOf } from './draft/check';
import { insertField, insertFieldAt } from './draft/entries';
import type { DraftField, FormDraft } from './draft/form-draft';
import type { PaletteItem } from './draft/kinds';
import { changeKind, newField } from './draft/new-parts';
import { placeOf, toFormInput } from './draft/to-input';
import { useDraftHistory } from './useDraftHistory';
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
  const history = useDraftHistory(initial);
  const { draft, change } = history;
  const [selectedId, setSelectedId] = useState<string | null>(null);
  /** All that is wrong is shown once one has tried to publish. */
  const [hasTried, setHasTried] = useState(false);
  /** Rises when the cursor is to go to the name of the chosen field. */
  const [focusCount, setFocusCount] = useState(0);
  const choose = (id: string) => {
    setSelectedId(id);
    setFocusCount((count) => count + 1);
  };
  const sent = toFormInput(draft, language);
  const check = useFormCheck(formKey, sent);

  const own = checkDraft(draft, language);
  const said = check.checked ? problemsOf(check.checked, sentence) : new Map<string, string>();
  const shown: Problems = new Map(
    [...said].filter(([place]) => hasTried || TOLD_AT_ONCE.test(place)),
  );
  // What we see ourselves goes before what the server says of the same place.
  for (const [place, code] of hasTried ? own : []) {
    shown.set(place, sentence({ code, params: {} }));
  }

  const settle = (current: FormDraft) => settleKeys(current, language);

  return {
    ...history,
    formKey,
    sent,
    check,
    language,
    selectedId,
    focusCount,
    selected: draft.fields.find((field) => field.id === selectedId) ?? null,
    problems: shown,
    errorAt: (place: string): string | undefined => shown.get(place),
    /** The first sentence about a field. */
    errorOfField: (id: string): string | undefined =>
      [...shown].find(([place]) => fieldIdOf(place) === id)?.[1],
    /** Chooses a part; names that were written get their keys, so that others can speak of them. */
    select: (id: string | null) => {
      history.amend(settle);
      setSelectedId(id);
    },
    settle: () => {
      history.amend(settle);
    },
    changeField: (id: string, changes: Partial<DraftField>) => {
      change(
        (current) => changeField(current, id, changes),
        `${id} ${Object.keys(changes).join(' ')}`,
      );
    },
    /** Adds a field below the chosen one; one that has no name yet changes its kind instead. */
    addField: (item: PaletteItem, afterId: string | null = selectedId) => {
      const blank = draft.fields.find(
        (field) => field.id === afterId && !field.isPublished && isNameless(field),
      );
      if (blank) {
        change((current) => changeField(current, blank.id, changeKind(blank, item)));
        choose(blank.id);
        return;
      }
      const field = newField(item, draft.fields);
      change((current) => insertField(settle(current), field, afterId));
      choose(field.id);
    },
    /** Drops a new field where another part stands. */
    dropField: (item: PaletteItem, overId: string) => {
      const field = newField(item, draft.fields);
      change((current) => insertFieldAt(settle(current), field, overId));
      choose(field.id);
    },
    duplicate: (id: string) => {
      const made = duplicateField(draft, id);
      if (!made) return;
      change(() => made.draft);
      choose(made.copy.id);
    },
    remove: (id: string) => {
      const neighbour = neighbourOf(draft, id);
      change((current) => removeField(current, id));
      setSelectedId(neighbour?.id ?? null);
    },
    /** Shows what is wrong from now on, and leads to the first field with it. */
    showProblems: (found: Problems = own) => {
      setHasTried(true);
      const first = draft.fields.find((field) =>
        [...found.keys()].some((place) => fieldIdOf(place) === field.id),
      );
      if (first) choose(first.id);
    },
    /** What we see to be wrong without asking the server. */
    ownProblems: own,
    toProblems: (checked: CheckedForm): Problems => problemsOf(checked, sentence),
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

const isNameless = ({ label }: DraftField) => label.nl.trim() === '' && label.en.trim() === '';

export type DesignerControl = ReturnType<typeof useDesigner>;

/** What the parts of the page share. */
export interface Design extends DesignerControl {
  /** Opens the properties of a field, where they do not stand beside the form. */
  openSettings: ((id: string) => void) | null;
}

export const DesignerContext = createContext<Design | null>(null);

/** The designer that the parts of its page share. */
export function useDesign(): Design {
  const control = useContext(DesignerContext);
  if (!control) throw new Error('useDesign was used outside a designer');
  return control;
}
