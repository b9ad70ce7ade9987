import type { DeadlineState, FieldFilter, FieldKind } from '@/graphql';

import { DEADLINE_STATES } from '../value/deadline';

/** What must hold for one field; a list has at most one condition per field. */
export type FieldCondition =
  | { test: 'contains'; fieldKey: string; text: string }
  | { test: 'any'; fieldKey: string; keys: string[] }
  | { test: 'user'; fieldKey: string; ids: string[] }
  | { test: 'group'; fieldKey: string; ids: string[] }
  | { test: 'record'; fieldKey: string; ids: string[] }
  | { test: 'number'; fieldKey: string; from: number | null; to: number | null }
  | { test: 'date'; fieldKey: string; from: string | null; to: string | null }
  | { test: 'deadline'; fieldKey: string; states: DeadlineState[] }
  | { test: 'empty'; fieldKey: string; isEmpty: boolean };

export type ConditionTest = FieldCondition['test'];

/** What can be asked of a field besides whether it is filled in; nothing for `empty`. */
const TEST_OF_KIND: Record<FieldKind, ConditionTest> = {
  TEXT: 'contains',
  RICH_TEXT: 'contains',
  NUMBER: 'number',
  DATE: 'date',
  YES_NO_NA: 'any',
  CHOICE: 'any',
  USER: 'user',
  REFERENCE: 'record',
  LIKELIHOOD_IMPACT: 'number',
  DATE_TIME: 'date',
  DYNAMIC_CHOICE: 'any',
  GROUP: 'group',
  FILE: 'empty',
  COUNTRY: 'any',
  COLOUR: 'empty',
  CHECKLIST: 'any',
  DEADLINE: 'deadline',
  AUTO_NUMBER: 'contains',
  WEB_LINK: 'contains',
  // Asked as what its formula gives.
  COMPUTED: 'empty',
};

/** What a condition must know of a field. */
export interface ConditionField {
  key: string;
  kind: FieldKind;
  result: FieldKind | null;
}

const testOf = ({ kind, result }: ConditionField): ConditionTest =>
  TEST_OF_KIND[kind === 'COMPUTED' && result !== null ? result : kind];

/** Whether a field can be asked for a value, and not merely whether it is filled in. */
export const hasValueTest = (field: ConditionField): boolean => testOf(field) !== 'empty';

/** How the server calls a cell of a matrix: a score alone would name several. */
export const matrixCellKey = (likelihood: number, impact: number) => `${likelihood}x${impact}`;

/** A condition that does not narrow anything yet, for the field's kind. */
export function blankCondition(field: ConditionField): FieldCondition {
  const fieldKey = field.key;
  const test = testOf(field);
  switch (test) {
    case 'contains':
      return { test, fieldKey, text: '' };
    case 'any':
      return { test, fieldKey, keys: [] };
    case 'user':
    case 'group':
    case 'record':
      return { test, fieldKey, ids: [] };
    case 'number':
    case 'date':
      return { test, fieldKey, from: null, to: null };
    case 'deadline':
      return { test, fieldKey, states: [] };
    case 'empty':
      return { test, fieldKey, isEmpty: false };
  }
}

/** Whether the condition leaves any record out. */
export function narrows(condition: FieldCondition): boolean {
  switch (condition.test) {
    case 'contains':
      return condition.text.trim() !== '';
    case 'any':
      return condition.keys.length > 0;
    case 'user':
    case 'group':
    case 'record':
      return condition.ids.length > 0;
    case 'deadline':
      return condition.states.length > 0;
    case 'number':
    case 'date':
      return condition.from !== null || condition.to !== null;
    case 'empty':
      return true;
  }
}

/** The condition as the server takes it. */
export function toFieldFilter(condition: FieldCondition): FieldFilter {
  const key = condition.fieldKey;
  switch (condition.test) {
    case 'contains':
      return { key, contains: condition.text.trim() };
    case 'any':
      return { key, anyOf: condition.keys };
    case 'user':
      return { key, users: condition.ids };
    case 'group':
      return { key, groups: condition.ids };
    case 'deadline':
      return { key, deadlines: condition.states };
    case 'record':
      return { key, references: condition.ids };
    case 'number':
      return {
        key,
        ...(condition.from !== null && { numberFrom: condition.from }),
        ...(condition.to !== null && { numberTo: condition.to }),
      };
    case 'date':
      return {
        key,
        ...(condition.from !== null && { dateFrom: condition.from }),
        ...(condition.to !== null && { dateTo: condition.to }),
      };
    case 'empty':
      return { key, isEmpty: condition.isEmpty };
  }
}

const list = (items: readonly string[]) => items.map(encodeURIComponent).join(',');
const range = (from: number | string | null, to: number | string | null) =>
  `${from ?? ''}..${to ?? ''}`;

/** `category.any=privacy,quality`: short enough to read in an address. */
export function encodeCondition(condition: FieldCondition): string {
  const field = encodeURIComponent(condition.fieldKey);
  switch (condition.test) {
    case 'contains':
      return `${field}.contains=${encodeURIComponent(condition.text)}`;
    case 'any':
      return `${field}.any=${list(condition.keys)}`;
    case 'user':
    case 'group':
    case 'record':
      return `${field}.${condition.test}=${list(condition.ids)}`;
    case 'deadline':
      return `${field}.deadline=${list(condition.states)}`;
    case 'number':
    case 'date':
      return `${field}.${condition.test}=${range(condition.from, condition.to)}`;
    case 'empty':
      return `${field}.${condition.isEmpty ? 'empty' : 'filled'}`;
  }
}

const numberOrNull = (text: string) => {
  const number = Number(text);
  return text === '' || !Number.isFinite(number) ? null : number;
};
const dayOrNull = (text: string) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null);

/** Reads one condition from an address; null for anything a person mistyped. */
export function decodeCondition(text: string): FieldCondition | null {
  const match = /^([^.=]+)\.([a-z]+)(?:=(.*))?$/s.exec(text);
  if (!match) return null;
  const [, field = '', test, value = ''] = match;
  const condition = readCondition(decode(field), test ?? '', value);
  return condition && narrows(condition) ? condition : null;
}

function readCondition(fieldKey: string, test: string, value: string): FieldCondition | null {
  const items = value.split(',').map(decode).filter(Boolean);
  const [from = '', to = ''] = value.split('..');
  switch (test) {
    case 'contains':
      return { test, fieldKey, text: decode(value) };
    case 'any':
      return { test, fieldKey, keys: items };
    case 'user':
    case 'group':
    case 'record':
      return { test, fieldKey, ids: items };
    case 'deadline':
      return {
        test,
        fieldKey,
        states: DEADLINE_STATES.filter((state) => items.includes(state)),
      };
    case 'number':
      return { test, fieldKey, from: numberOrNull(from), to: numberOrNull(to) };
    case 'date':
      return { test, fieldKey, from: dayOrNull(from), to: dayOrNull(to) };
    case 'empty':
    case 'filled':
      return { test: 'empty', fieldKey, isEmpty: test === 'empty' };
    default:
      return null;
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
