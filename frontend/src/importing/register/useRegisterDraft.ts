import { useState } from 'react';

import { suggestPrefix } from '@/forms/names';
import type { UserErrorLike } from '@/graphql';

import {
  type DraftErrors,
  type DraftField,
  type RegisterDraft,
  checkDraft,
  isSound,
  newField,
} from './draft';

const NO_ERRORS: DraftErrors = { byField: new Map() };

const blankDraft = (): RegisterDraft => ({
  name: '',
  singularName: '',
  numberPrefix: '',
  help: '',
  fields: [newField([], { isRequired: true })],
});

/** A register being made: what was filled in, and what is wrong once one has tried to save. */
export function useRegisterDraft(initial: () => RegisterDraft = blankDraft) {
  const [draft, setDraft] = useState(initial);
  const [hasTried, setHasTried] = useState(false);
  /** What the server refused, until the draft changes. */
  const [refused, setRefused] = useState<readonly UserErrorLike[]>([]);
  const errors = hasTried ? checkDraft(draft) : NO_ERRORS;

  const change = (changes: Partial<RegisterDraft>) => {
    setRefused([]);
    setDraft((current) => {
      const wasSuggested = current.numberPrefix === suggestPrefix(current.name);
      const numberPrefix =
        changes.name !== undefined && wasSuggested
          ? suggestPrefix(changes.name)
          : current.numberPrefix;
      return { ...current, numberPrefix, ...changes };
    });
  };
  const changeFields = (update: (fields: DraftField[]) => DraftField[]) => {
    setRefused([]);
    setDraft((current) => ({ ...current, fields: update(current.fields) }));
  };

  return {
    draft,
    errors,
    refused,
    refuse: setRefused,
    change,
    addField: () => {
      changeFields((fields) => [...fields, newField(fields)]);
    },
    changeField: (id: number, changes: Partial<DraftField>) => {
      changeFields((fields) =>
        fields.map((field) => (field.id === id ? { ...field, ...changes } : field)),
      );
    },
    removeField: (id: number) => {
      changeFields((fields) => fields.filter((field) => field.id !== id));
    },
    /** Moves a field by so many places; it stops at the ends. */
    moveField: (id: number, by: number) => {
      changeFields((fields) => {
        const from = fields.findIndex((field) => field.id === id);
        const field = fields[from];
        if (!field) return fields;
        const to = Math.min(Math.max(from + by, 0), fields.length - 1);
        return fields.toSpliced(from, 1).toSpliced(to, 0, field);
      });
    },
    /** Shows what is wrong; true when nothing is. */
    check: (): boolean => {
      setHasTried(true);
      return isSound(checkDraft(draft));
    },
  };
}

export type RegisterDraftControl = ReturnType<typeof useRegisterDraft>;
