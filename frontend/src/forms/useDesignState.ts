import { useMemo, useState } from 'react';

import type { Language } from '@/i18n';
import { isBlank } from '@/localized/local-text';

import { changeField, duplicateField, neighbourOf, removeField, settleKeys } from './draft/changes';
import { type Problems, fieldIdOf } from './draft/check';
import { insertField, insertFieldAt } from './draft/entries';
import type { DraftField, FormDraft } from './draft/form-draft';
import { type History, type Update, amend, begin, redo, step, undo } from './draft/history';
import type { PaletteItem } from './draft/kinds';
import { changeKind, newField } from './draft/new-parts';
import { type DesignerTab, tabOf } from './problem-tab';

export interface DesignState {
  history: History;
  /** The field that is set up. */
  selectedId: string | null;
  /** Rises when the cursor is to go to the name of the chosen field. */
  focusCount: number;
  tab: DesignerTab;
  /** All that is wrong is shown once one has tried to publish. */
  hasTried: boolean;
}

/** What can be done in the designer; the same functions from render to render. */
export type DesignActions = ReturnType<typeof makeActions>;

interface Surroundings {
  language: Language;
  isNew: boolean;
}

/** The draft with what is chosen in it, and what can be done to both. */
export function useDesignState(initial: () => FormDraft, { language, isNew }: Surroundings) {
  const [state, setState] = useState<DesignState>(() => ({
    history: begin(initial()),
    selectedId: null,
    focusCount: 0,
    tab: 'fields',
    hasTried: false,
  }));
  const actions = useMemo(() => makeActions(setState, { language, isNew }), [language, isNew]);
  return [state, actions] as const;
}

type SetState = (update: (state: DesignState) => DesignState) => void;

function makeActions(setState: SetState, { language, isNew }: Surroundings) {
  const settle: Update = (draft) => settleKeys(draft, language);
  const change = (update: Update, place: string | null = null) => {
    setState((state) => ({ ...state, history: step(state.history, update, place) }));
  };
  /** Puts a new field in the draft, chooses it and leads the cursor to its name. */
  const place = (state: DesignState, field: DraftField, update: Update): DesignState => ({
    ...state,
    history: step(state.history, (draft) => update(settle(draft))),
    selectedId: field.id,
    focusCount: state.focusCount + 1,
  });

  return {
    change,
    undo: () => {
      setState((state) => ({ ...state, history: undo(state.history) }));
    },
    redo: () => {
      setState((state) => ({ ...state, history: redo(state.history) }));
    },
    /** Names that were written get their keys, so that conditions and formulas can speak of them. */
    settle: () => {
      setState((state) => ({ ...state, history: amend(state.history, settle) }));
    },
    select: (id: string | null) => {
      setState((state) => ({ ...state, history: amend(state.history, settle), selectedId: id }));
    },
    openTab: (tab: DesignerTab) => {
      setState((state) => ({ ...state, history: amend(state.history, settle), tab }));
    },
    changeField: (id: string, changes: Partial<DraftField>) => {
      const part = `${id} ${Object.keys(changes).join(' ')}`;
      change((draft) => changeField(draft, id, changes), part);
    },
    /** Adds a field below another, the chosen one unless told; one without a name changes its kind. */
    addField: (item: PaletteItem, below?: string | null) => {
      setState((state) => {
        const { draft } = state.history;
        const afterId = below === undefined ? state.selectedId : below;
        const nameless = draft.fields.find(
          (field) => field.id === afterId && !field.isPublished && isBlank(field.label),
        );
        if (nameless) {
          const changed = changeKind(nameless, item);
          return place(state, changed, (current) => changeField(current, changed.id, changed));
        }
        const field = newField(item, draft.fields);
        return place(state, field, (current) => insertField(current, field, afterId));
      });
    },
    /** Drops a new field where another part stands. */
    dropField: (item: PaletteItem, overId: string) => {
      setState((state) => {
        const field = newField(item, state.history.draft.fields);
        return place(state, field, (current) => insertFieldAt(current, field, overId));
      });
    },
    duplicate: (id: string) => {
      setState((state) => {
        const made = duplicateField(state.history.draft, id);
        return made ? place(state, made.copy, () => made.draft) : state;
      });
    },
    remove: (id: string) => {
      setState((state) => ({
        ...state,
        history: step(state.history, (draft) => removeField(draft, id)),
        selectedId: neighbourOf(state.history.draft, id)?.id ?? null,
      }));
    },
    /** Shows what is wrong from now on, and leads to where the first of it is. */
    showProblems: (problems: Problems) => {
      setState((state) => {
        const places = [...problems.keys()];
        const [first] = places;
        const wrong = state.history.draft.fields.find((field) =>
          places.some((one) => fieldIdOf(one) === field.id),
        );
        return {
          ...state,
          hasTried: true,
          tab: first === undefined ? state.tab : tabOf(first, isNew),
          selectedId: wrong?.id ?? state.selectedId,
          focusCount: state.focusCount + (wrong ? 1 : 0),
        };
      });
    },
  };
}
