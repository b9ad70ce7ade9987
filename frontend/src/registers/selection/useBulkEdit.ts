import { useState } from 'react';

import {
  type UpdateRecordsMutation,
  type UserErrorLike,
  graphql,
  useDocumentMutation,
  useUserErrors,
} from '@/graphql';

import { type EditValue, type EditValues, emptyValue } from '../edit/edit-value';
import { STATUS_KEY } from '../edit/field-rules';
import { checkValue } from '../edit/validation';
import { toInput } from '../edit/value-input';
import { useRefreshRecords } from '../record/useRefreshRecords';
import {
  DERIVED_KINDS,
  type RegisterField,
  type RegisterForm,
  shownFields,
} from '../register-form';

const UpdateRecordsDocument = graphql(`
  mutation UpdateRecords($input: UpdateRecordsInput!) {
    updateRecords(input: $input) {
      records {
        id
        version
      }
      problems {
        record {
          id
          number
          code
          title
        }
        userErrors {
          code
          path
          params
        }
      }
      userErrors {
        code
        path
        params
      }
    }
  }
`);

export type BulkProblem = UpdateRecordsMutation['updateRecords']['problems'][number];

/** Fields that several records can hold the same in: not the title, nor what follows from the rest. */
export const bulkFields = (form: RegisterForm): RegisterField[] =>
  shownFields(form).filter(
    (field) => field.key !== form.titleFieldKey && !DERIVED_KINDS.has(field.kind),
  );

interface Draft {
  /** What is changed: keys of fields, and of the status. */
  keys: string[];
  values: EditValues;
  statusKey: string | null;
}

/** What the server would object to already, by key. */
export function checkBulk(form: RegisterForm, draft: Draft): Map<string, UserErrorLike> {
  const required: UserErrorLike = { code: 'REQUIRED', params: {} };
  const errors = draft.keys.flatMap((key) => {
    if (key === STATUS_KEY) return draft.statusKey === null ? [[key, required] as const] : [];
    const field = form.fields.find((one) => one.key === key);
    const value = draft.values[key];
    const error = field && value ? checkValue(field, value) : null;
    return error ? [[key, error] as const] : [];
  });
  return new Map(errors);
}

/** State of the dialog that changes several records alike. */
export function useBulkEdit(form: RegisterForm, ids: string[], onDone: () => void) {
  const [draft, setDraft] = useState<Draft>({ keys: [], values: {}, statusKey: null });
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [problems, setProblems] = useState<readonly BulkProblem[]>([]);
  const [general, setGeneral] = useState<string[]>([]);
  const { sentence } = useUserErrors();
  const refresh = useRefreshRecords();
  const { mutateAsync, isPending } = useDocumentMutation(UpdateRecordsDocument);

  const send = async () => {
    const values = draft.keys.flatMap((key) => {
      const value = draft.values[key];
      return value && key !== STATUS_KEY ? [toInput(key, value)] : [];
    });
    const statusKey = draft.keys.includes(STATUS_KEY) ? draft.statusKey : null;
    const input = { ids, values, ...(statusKey !== null && { statusKey }) };
    const { updateRecords } = await mutateAsync({ input });
    setProblems(updateRecords.problems);
    setGeneral(updateRecords.userErrors.map(sentence));
    if (updateRecords.problems.length > 0 || updateRecords.userErrors.length > 0) return;
    await refresh();
    onDone();
  };

  return {
    ...draft,
    errors,
    problems,
    general,
    isPending,
    choose: (keys: string[]) => {
      const added = keys.flatMap((key) => {
        const field = form.fields.find((one) => one.key === key);
        return field && !draft.values[key] ? [[key, emptyValue(field.kind)] as const] : [];
      });
      // What was typed in a field that is taken out comes back with it.
      setDraft({ ...draft, keys, values: { ...draft.values, ...Object.fromEntries(added) } });
    },
    change: (key: string, value: EditValue) => {
      setDraft((current) => ({ ...current, values: { ...current.values, [key]: value } }));
    },
    chooseStatus: (statusKey: string | null) => {
      setDraft({ ...draft, statusKey });
    },
    submit: async () => {
      if (draft.keys.length === 0) return;
      const found = [...checkBulk(form, draft)].map(([key, error]) => [key, sentence(error)]);
      setErrors(Object.fromEntries(found) as Record<string, string>);
      // A request that fails as a whole is told by a toast; what was typed stays.
      if (found.length === 0) await send().catch(() => undefined);
    },
  };
}
