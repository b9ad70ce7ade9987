import { expect, it } from 'vitest';

import type { Firewall } from './firewall-documents';
import {
  type FirewallDraft,
  addRule,
  draftOf,
  isSame,
  otherRefusals,
  refusalsByPlace,
  toInput,
} from './firewall-draft';

const limits = {
  perAddressPerMinute: 600,
  perAccountPerMinute: 300,
  perTokenPerMinute: 300,
  concurrentRequests: 32,
  onTrip: 'DELAY',
  blockMinutes: 15,
} as const;

const saved: Pick<Firewall, 'rules' | 'limits'> = {
  limits,
  rules: [
    {
      id: 'fwr_1',
      channel: 'BROWSER',
      action: 'ALLOW',
      network: '203.0.113.0/24',
      note: 'Kantoor',
      endsOn: null,
      isInForce: true,
    },
    {
      id: 'fwr_2',
      channel: 'API',
      action: 'DENY',
      network: '2001:db8::/32',
      note: '',
      endsOn: '2026-01-31',
      isInForce: false,
    },
  ],
};

const withTyped = (network: string): FirewallDraft => {
  const draft = draftOf(saved);
  const rules = addRule(draft.rules, { channel: 'BROWSER', action: 'DENY' });
  return { ...draft, rules: rules.map((rule) => (rule.id ? rule : { ...rule, network })) };
};

it('sends what is saved back unchanged', () => {
  const { rules } = toInput(draftOf(saved));
  expect(rules).toEqual([
    {
      id: 'fwr_1',
      channel: 'BROWSER',
      action: 'ALLOW',
      network: '203.0.113.0/24',
      note: 'Kantoor',
      endsOn: null,
    },
    {
      id: 'fwr_2',
      channel: 'API',
      action: 'DENY',
      network: '2001:db8::/32',
      note: '',
      endsOn: '2026-01-31',
    },
  ]);
});

it('gives every rule on the page a key of its own', () => {
  const rules = addRule(addRule([], { channel: 'API', action: 'ALLOW' }), {
    channel: 'API',
    action: 'DENY',
  });
  expect(rules.map(({ key }) => key)).toEqual([0, 1]);
});

it('leaves out lines nothing was typed in: they are no change', () => {
  expect(isSame(withTyped('  '), draftOf(saved))).toBe(true);
  expect(isSame(withTyped(' 198.51.100.7 '), draftOf(saved))).toBe(false);
  expect(toInput(withTyped(' 198.51.100.7 ')).rules.at(-1)?.network).toBe('198.51.100.7');
});

it('puts errors at the line they are about, empty lines not counted', () => {
  const rules = [
    ...addRule([], { channel: 'BROWSER', action: 'ALLOW' }),
    ...withTyped('onzin').rules.map((rule) => ({ ...rule, key: rule.key + 10 })),
  ];
  const refused = [
    { code: 'INVALID_NETWORK', path: ['rules', '2', 'network'], params: {} },
    { code: 'TOO_LOW', path: ['limits', 'blockMinutes'], params: { min: 1 } },
    { code: 'CONFLICT', path: ['version'], params: {} },
    { code: 'LOCKS_YOU_OUT', path: ['rules'], params: {} },
  ];
  const byPlace = refusalsByPlace(rules, refused);
  expect(byPlace.get('12.network')?.code).toBe('INVALID_NETWORK');
  expect(byPlace.get('blockMinutes')?.code).toBe('TOO_LOW');
  expect(otherRefusals(refused).map(({ code }) => code)).toEqual(['CONFLICT']);
});
