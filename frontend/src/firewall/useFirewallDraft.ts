import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { notify } from '@/design';
import { type FirewallLimitsInput, useUserErrors, useWrite } from '@/graphql';

import { type Firewall, SaveFirewallDocument, firewallQuery } from './firewall-documents';
import {
  type DraftRule,
  type FirewallDraft,
  addRule,
  draftOf,
  isSame,
  refusalsByPlace,
  toInput,
} from './firewall-draft';

/** The firewall being changed: rules and limits together, saved as a whole. */
export function useFirewallDraft(firewall: Firewall) {
  const { t } = useTranslation('firewall');
  const { sentence } = useUserErrors();
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState<FirewallDraft>(() => draftOf(firewall));
  const isSaving = useRef(false);
  const { write, isPending, refused, reset } = useWrite(SaveFirewallDocument, {
    payload: (reply) => reply.saveFirewall,
  });
  const isDirty = !isSame(draft, draftOf(firewall));
  const byPlace = refusalsByPlace(draft.rules, refused);

  const changeRules = (change: (rules: DraftRule[]) => DraftRule[]) => {
    setDraft((current) => ({ ...current, rules: change(current.rules) }));
  };
  const save = async (askConfirmation: boolean) => {
    isSaving.current = true;
    const input = { ...toInput(draft), version: firewall.version, askConfirmation };
    const answer = await write({ input });
    if (answer?.firewall) {
      notify({ message: t(answer.firewall.pending ? 'savedPending' : 'saved') });
      queryClient.setQueryData(firewallQuery().queryKey, { firewall: answer.firewall });
      if (answer.firewall.pending) setDraft(draftOf(answer.firewall));
    }
    isSaving.current = false;
  };

  return {
    draft,
    input: toInput(draft),
    isDirty,
    isPending,
    refused,
    locksOut: refused.some(({ code }) => code === 'LOCKS_YOU_OUT'),
    forgetRefusals: reset,
    save,
    undo: () => {
      reset();
      setDraft(draftOf(firewall));
    },
    mustAskBeforeLeaving: () => isDirty && !isSaving.current,
    /** The sentence at a field: `3.network` or `blockMinutes`. */
    errorAt: (place: string): string | undefined => {
      const error = byPlace.get(place);
      return error && sentence(error);
    },
    add: (rule: Parameters<typeof addRule>[1]) => {
      changeRules((rules) => addRule(rules, rule));
    },
    changeRule: (key: number, changes: Partial<DraftRule>) => {
      changeRules((rules) =>
        rules.map((rule) => (rule.key === key ? { ...rule, ...changes } : rule)),
      );
    },
    removeRule: (key: number) => {
      changeRules((rules) => rules.filter((rule) => rule.key !== key));
    },
    changeLimits: (changes: Partial<FirewallLimitsInput>) => {
      setDraft((current) => ({ ...current, limits: { ...current.limits, ...changes } }));
    },
  };
}

export type FirewallControl = ReturnType<typeof useFirewallDraft>;
