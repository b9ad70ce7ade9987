import type {
  FirewallAction,
  FirewallChannel,
  FirewallInput,
  FirewallLimitsInput,
  UserErrorLike,
} from '@/graphql';

import type { Firewall } from './firewall-documents';

export const CHANNELS: readonly FirewallChannel[] = ['BROWSER', 'API'];
export const ACTIONS: readonly FirewallAction[] = ['ALLOW', 'DENY'];

/** A rule while it is being changed. */
export interface DraftRule {
  /** Tells rules apart on the page. */
  key: number;
  /** Null until it is saved. */
  id: string | null;
  channel: FirewallChannel;
  action: FirewallAction;
  network: string;
  note: string;
  endsOn: string | null;
  /** Its end date is past. */
  hasEnded: boolean;
}

export interface FirewallDraft {
  rules: DraftRule[];
  limits: FirewallLimitsInput;
}

export function draftOf({ rules, limits }: Pick<Firewall, 'rules' | 'limits'>): FirewallDraft {
  return {
    rules: rules.map(({ id, channel, action, network, note, endsOn, isInForce }, key) => ({
      key,
      id,
      channel,
      action,
      network,
      note,
      endsOn: endsOn ?? null,
      hasEnded: !isInForce,
    })),
    limits: { ...limits },
  };
}

export function addRule(
  rules: readonly DraftRule[],
  rule: Pick<DraftRule, 'channel' | 'action'> & Partial<DraftRule>,
): DraftRule[] {
  const key = 1 + Math.max(-1, ...rules.map((one) => one.key));
  return [
    ...rules,
    { network: '', note: '', endsOn: null, id: null, hasEnded: false, ...rule, key },
  ];
}

/** The whole world: allowed, nothing is kept out; denied, nobody gets in. */
export const isEverybody = (network: string): boolean =>
  /^(0\.0\.0\.0|::)\/0$/.test(network.trim());

/** What is sent. Rules nothing was typed in are left out. */
export function toInput({ rules, limits }: FirewallDraft): FirewallInput {
  return {
    rules: sentRules(rules).map(({ id, channel, action, network, note, endsOn }) => ({
      ...(id !== null && { id }),
      channel,
      action,
      network: network.trim(),
      note: note.trim(),
      endsOn,
    })),
    limits,
  };
}

const sentRules = (rules: readonly DraftRule[]) =>
  rules.filter(({ network, note }) => network.trim() !== '' || note.trim() !== '');

export const isSame = (one: FirewallDraft, other: FirewallDraft): boolean =>
  JSON.stringify(toInput(one)) === JSON.stringify(toInput(other));

/** What the server refused, by rule (its key) and field: `3.network`; limits by their own name. */
export function refusalsByPlace(
  rules: readonly DraftRule[],
  refused: readonly UserErrorLike[],
): Map<string, UserErrorLike> {
  const sent = sentRules(rules);
  return new Map(
    refused.flatMap((error) => {
      const [part, place = '', field = ''] = error.path ?? [];
      if (part === 'limits') return [[place, error] as const];
      const rule = part === 'rules' ? sent[Number(place)] : undefined;
      return rule ? [[`${rule.key}.${field}`, error] as const] : [];
    }),
  );
}

/** Errors that belong to no rule and no limit. */
export const otherRefusals = (refused: readonly UserErrorLike[]): UserErrorLike[] =>
  refused.filter(
    ({ code, path = [] }) =>
      code !== 'LOCKS_YOU_OUT' && path[0] !== 'limits' && (path[0] !== 'rules' || path.length < 2),
  );
