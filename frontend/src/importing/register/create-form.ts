import { useQueryClient } from '@tanstack/react-query';

import { CreateFormDocument } from '@/forms/form-documents';
import { type CreateFormMutation, useDocumentMutation } from '@/graphql';

import { type RegisterDraft, toFormInput } from './draft';

export type CreateFormPayload = CreateFormMutation['createForm'];

/** Makes a register; the menu shows it at once. */
export function useCreateForm() {
  const queryClient = useQueryClient();
  const { mutateAsync, isPending } = useDocumentMutation(CreateFormDocument);
  const create = async (draft: RegisterDraft): Promise<CreateFormPayload> => {
    const { createForm } = await mutateAsync({ form: toFormInput(draft) });
    if (createForm.form) await queryClient.invalidateQueries({ queryKey: ['RegisterMenu'] });
    return createForm;
  };
  return { create, isPending };
}
