import { expect, it } from 'vitest';

import { aDraft } from '../testing/sample-draft';
import { type History, amend, begin, redo, step, undo } from './history';

const start = () => begin(aDraft([]));
const prefix = (numberPrefix: string) => (draft: History['draft']) => ({ ...draft, numberPrefix });
const prefixOf = (history: History) => history.draft.numberPrefix;

it('takes changes back and does them again', () => {
  const changed = step(step(start(), prefix('A')), prefix('B'));
  expect(prefixOf(undo(changed))).toBe('A');
  expect(prefixOf(undo(undo(changed)))).toBe('BEZ');
  expect(prefixOf(redo(undo(changed)))).toBe('B');
  expect(undo(start()).past).toEqual([]);
  expect(redo(changed)).toBe(changed);
});

it('counts letters in the same place as one step, and completions as none', () => {
  const typed = ['K', 'KE', 'KEY'].reduce(
    (history, letters) => step(history, prefix(letters), 'numberPrefix'),
    start(),
  );
  const completed = amend(typed, (draft) => ({ ...draft, icon: 'key' }));
  expect(completed.past).toHaveLength(1);
  expect(prefixOf(undo(completed))).toBe('BEZ');
});

it('forgets what was taken back once something else is done', () => {
  const changed = step(undo(step(start(), prefix('A'))), prefix('C'));
  expect(changed.future).toEqual([]);
});

it('takes no step when nothing changes', () => {
  const history = start();
  expect(step(history, (draft) => draft)).toBe(history);
  expect(amend(history, (draft) => draft)).toBe(history);
});
