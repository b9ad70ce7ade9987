import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { useDocumentMutation, useUserErrors } from '@/graphql';

import {
  CreateFormDocument,
  FORM_QUERIES,
  type FormChange,
  PublishFormDocument,
  designFormQuery,
} from '../form-documents';
import type { DesignerControl } from '../useDesigner';
import { checkForm } from '../useFormCheck';

interface PublishOptions {
  control: DesignerControl;
  /** The revision the draft was made upon; 0 for a new register. */
  revision: number;
  onPublished: (form: { key: string; name: string }) => void;
}

/** Publishing: first what it would change, then the deed; what is wrong is shown at its place. */
export function usePublish({ control, revision, onPublished }: PublishOptions) {
  const queryClient = useQueryClient();
  const { sentence } = useUserErrors();
  const create = useDocumentMutation(CreateFormDocument);
  const publish = useDocumentMutation(PublishFormDocument);
  const [isAsking, setIsAsking] = useState(false);
  /** What is about to change; null while nothing is asked. */
  const [changes, setChanges] = useState<FormChange[] | null>(null);
  const [hasConflict, setHasConflict] = useState(false);
  /** The revision of a colleague's that is knowingly written over. */
  const [over, setOver] = useState<number | null>(null);
  /** Sentences that no part of the draft shows. */
  const [general, setGeneral] = useState<string[]>([]);

  type Refusal = Parameters<DesignerControl['toProblems']>[0]['userErrors'][number];

  const refuse = (userErrors: Refusal[]) => {
    setChanges(null);
    setHasConflict(userErrors.some(({ code }) => code === 'CONFLICT'));
    const others = userErrors.filter(({ code }) => code !== 'CONFLICT');
    const checked = { userErrors: others, fieldIds: control.sent.fieldIds };
    control.actions.showProblems(control.toProblems(checked));
    setGeneral(others.filter(({ path }) => path.length === 0).map((error) => sentence(error)));
  };

  const settle = async (payload: {
    form: { key: string; name: string } | null;
    userErrors: Refusal[];
  }) => {
    if (payload.userErrors.length > 0 || !payload.form) {
      refuse(payload.userErrors);
      return;
    }
    // First leave the page: what it shows is about to be fetched anew.
    onPublished(payload.form);
    await Promise.all(
      FORM_QUERIES.map((name) => queryClient.invalidateQueries({ queryKey: [name] })),
    );
  };

  const send = async () => {
    const { formKey, sent } = control;
    if (formKey === null) {
      await settle((await create.mutateAsync({ form: sent.input })).createForm);
    } else {
      const variables = { formKey, revision: over ?? revision, form: sent.input };
      await settle((await publish.mutateAsync(variables)).publishForm);
    }
  };

  /** What is wrong is shown; a new register is made at once, of another the changes are told first. */
  const ask = async () => {
    setGeneral([]);
    if (control.ownProblems.size > 0) {
      control.actions.showProblems(control.ownProblems);
      return;
    }
    setIsAsking(true);
    try {
      const check = await checkForm(control.formKey, control.sent);
      if (check.userErrors.length > 0) refuse(check.userErrors);
      else if (control.formKey === null) await send();
      else setChanges(check.changes);
    } finally {
      setIsAsking(false);
    }
  };

  return {
    ask,
    send,
    changes,
    close: () => {
      setChanges(null);
    },
    general,
    isPending: isAsking || create.isPending || publish.isPending,
    hasConflict,
    /** Goes on with this draft, in place of what a colleague published. */
    writeOver: async () => {
      const { formKey, language } = control;
      if (formKey === null) return;
      const { form } = await queryClient.query({
        ...designFormQuery(formKey, language),
        staleTime: 0,
      });
      setOver(form?.revision ?? null);
      setHasConflict(false);
      const check = await checkForm(formKey, control.sent);
      if (check.userErrors.length > 0) refuse(check.userErrors);
      else setChanges(check.changes);
    },
  };
}

export type PublishControl = ReturnType<typeof usePublish>;
