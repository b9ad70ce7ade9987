import { useState } from 'react';

import { useViewer } from '@/auth/session';
import { useDocumentMutation, useUserErrors } from '@/graphql';

import { useRefreshRecords } from '../record/useRefreshRecords';
import { type RegisterForm, shownFields } from '../register-form';
import { filledValues } from '../value/field-value';
import { defaultValues } from './defaults';
import { type EditValue, type EditValues, toEditValues } from './edit-value';
import {
  CreateRecordDocument,
  type RecordPayload,
  type SavedRecord,
  UpdateRecordDocument,
} from './record-mutations';
import { checkValues } from './validation';
import { changedKeys, toInput } from './value-input';

/** The record as it was when last read: what changes are measured against. */
interface Base {
  id: string;
  version: number;
  values: EditValues;
}

export interface RecordFormOptions {
  form: RegisterForm;
  /** Absent when making a new record. */
  record?: SavedRecord;
  /** Values a new record begins with beside its defaults. */
  begin?: EditValues;
  onSaved: (record: SavedRecord) => void;
  onInvalid: (fieldKey: string) => void;
}

const defaultedKeys = (form: RegisterForm) =>
  form.fields.filter((field) => field.default !== null).map((field) => field.key);

/** What a new record begins with. */
function useBlank(form: RegisterForm, begin: EditValues): EditValues {
  const { user } = useViewer();
  const [blank] = useState(() => {
    const me = { id: user.id, label: user.displayName };
    const known = Object.entries(begin).filter(([key, value]) =>
      form.fields.some((field) => field.key === key && field.kind === value.kind),
    );
    return {
      ...defaultValues(form.fields, { me, now: new Date() }),
      ...Object.fromEntries(known),
    };
  });
  return blank;
}

const valuesOf = (form: RegisterForm, record: SavedRecord | undefined) =>
  toEditValues(form.fields, filledValues(record?.values ?? []));

/** State of the record form: values, errors, saving, and the conflict when another was first. */
export function useRecordForm(options: RecordFormOptions) {
  const { form, record, begin = {}, onSaved, onInvalid } = options;
  const [base, setBase] = useState<Base | null>(
    record ? { id: record.id, version: record.version, values: valuesOf(form, record) } : null,
  );
  const blank = useBlank(form, begin);
  const [values, setValues] = useState(base?.values ?? blank);
  const statusKey = record?.status.key ?? form.statuses[0]?.key ?? '';
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [generalErrors, setGeneralErrors] = useState<string[]>([]);
  const [conflict, setConflict] = useState<SavedRecord | null>(null);
  const userErrors = useUserErrors();
  const refresh = useRefreshRecords();
  const create = useDocumentMutation(CreateRecordDocument);
  const update = useDocumentMutation(UpdateRecordDocument);

  const showErrors = (byField: Record<string, string>, general: string[]) => {
    setErrors(byField);
    setGeneralErrors(general);
    const first = form.fields.find((field) => field.key in byField);
    if (first) onInvalid(first.key);
  };

  const settle = async ({ record: saved, userErrors: refused }: RecordPayload) => {
    if (refused.some((error) => error.code === 'CONFLICT') && saved) {
      setConflict(saved);
    } else if (refused.length > 0) {
      const keys = shownFields(form).map((field) => field.key);
      showErrors(userErrors.byField(refused), userErrors.general(refused, keys));
    } else if (saved) {
      await refresh();
      onSaved(saved);
    }
  };

  const send = async (current: EditValues, onto: Base | null) => {
    // A default that was taken out must be told: the server would put it back.
    const keys = onto
      ? changedKeys(onto.values, current)
      : [...new Set([...changedKeys(valuesOf(form, undefined), current), ...defaultedKeys(form)])];
    const inputs = keys.flatMap((key) => {
      const value = current[key];
      return value ? [toInput(key, value)] : [];
    });
    if (onto) {
      const { id, version } = onto;
      const reply = await update.mutateAsync({ input: { id, version, values: inputs } });
      await settle(reply.updateRecord);
    } else {
      const reply = await create.mutateAsync({ input: { formKey: form.key, values: inputs } });
      await settle(reply.createRecord);
    }
  };

  const submit = async (current: EditValues = values, onto: Base | null = base) => {
    const found = checkValues(form.fields, current, statusKey);
    if (found.size > 0) {
      const sentences = [...found].map(
        ([key, error]) => [key, userErrors.sentence(error)] as const,
      );
      showErrors(Object.fromEntries(sentences), []);
      return;
    }
    setErrors({});
    setGeneralErrors([]);
    // A request that fails as a whole is told by a toast; what was typed stays.
    await send(current, onto).catch(() => undefined);
  };

  return {
    values,
    statusKey,
    errors,
    generalErrors,
    conflict,
    baseValues: base?.values ?? blank,
    isNew: base === null,
    isDirty: changedKeys(base?.values ?? blank, values).length > 0,
    isSaving: create.isPending || update.isPending,
    change: (key: string, value: EditValue) => {
      setValues((current) => ({ ...current, [key]: value }));
      setErrors((current) =>
        Object.fromEntries(Object.entries(current).filter(([other]) => other !== key)),
      );
    },
    submit,
    /** Puts the merged values on the record as it is now, and saves. */
    resolve: async (merged: EditValues, now: SavedRecord) => {
      const onto = { id: now.id, version: now.version, values: valuesOf(form, now) };
      setBase(onto);
      setValues(merged);
      setConflict(null);
      await submit(merged, onto);
    },
    dismissConflict: () => {
      setConflict(null);
    },
  };
}

export type RecordFormControl = ReturnType<typeof useRecordForm>;
