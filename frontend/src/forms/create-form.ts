import { useQueryClient } from '@tanstack/react-query';

import { type CreateFormMutation, graphql, useDocumentMutation } from '@/graphql';

import { type RegisterDraft, toFormInput } from './draft';

const CreateFormDocument = graphql(`
  mutation CreateForm($form: FormInput!) {
    createForm(input: { form: $form }) {
      form {
        id
        key
        name
        fields {
          key
          label
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

export type CreateFormPayload = CreateFormMutation['createForm'];
export type CreatedForm = NonNullable<CreateFormPayload['form']>;

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
