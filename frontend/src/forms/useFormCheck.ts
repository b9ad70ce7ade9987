import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';

import { type FormInput, request } from '@/graphql';

import type { SentForm } from './draft/to-input';
import { type FormCheck, FormCheckDocument } from './form-documents';

const TYPING_PAUSE_MS = 600;

/** What the server said to a draft, with the order its fields were sent in. */
export interface CheckedForm extends FormCheck {
  fieldIds: string[];
}

/** What publishing would change, and what is wrong; changes nothing. */
export async function checkForm(formKey: string | null, sent: SentForm): Promise<CheckedForm> {
  const { checkForm: check } = await request(FormCheckDocument, { formKey, form: sent.input });
  return { ...check, fieldIds: sent.fieldIds };
}

/** What the server says to the draft as it stands once one stops writing. */
export function useFormCheck(formKey: string | null, sent: SentForm, isChanged: boolean) {
  // By its text: the same draft is written anew at every render.
  const [settled] = useDebouncedValue(JSON.stringify(sent), TYPING_PAUSE_MS);
  const { data, isFetching } = useQuery({
    queryKey: ['FormCheck', formKey, settled],
    queryFn: () =>
      checkForm(formKey, JSON.parse(settled) as { input: FormInput; fieldIds: string[] }),
    enabled: isChanged,
    placeholderData: keepPreviousData,
    // Every letter is another question: the old answers are of no use.
    gcTime: 10_000,
  });
  return { checked: data ?? null, isChecking: isFetching };
}
