import { act, renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';

import { aDraft } from './testing/sample-draft';
import { useDraftHistory } from './useDraftHistory';

const start = () => renderHook(() => useDraftHistory(() => aDraft([]))).result;
const prefix = (numberPrefix: string) => (draft: ReturnType<typeof aDraft>) => ({
  ...draft,
  numberPrefix,
});

it('takes changes back and does them again', () => {
  const history = start();
  act(() => {
    history.current.change(prefix('A'));
  });
  act(() => {
    history.current.change(prefix('B'));
  });
  act(() => {
    history.current.undo();
  });
  expect(history.current.draft.numberPrefix).toBe('A');
  act(() => {
    history.current.redo();
  });
  expect(history.current.draft.numberPrefix).toBe('B');
  expect([history.current.canUndo, history.current.canRedo]).toEqual([true, false]);
});

it('counts letters in the same place as one step, and completions as none', () => {
  const history = start();
  for (const letters of ['K', 'KE', 'KEY']) {
    act(() => {
      history.current.change(prefix(letters), 'numberPrefix');
    });
  }
  act(() => {
    history.current.amend((draft) => ({ ...draft, icon: 'key' }));
  });
  act(() => {
    history.current.undo();
  });
  expect(history.current.draft.numberPrefix).toBe('BEZ');
  expect(history.current.canUndo).toBe(false);
});

it('forgets what was taken back once something else is done', () => {
  const history = start();
  act(() => {
    history.current.change(prefix('A'));
  });
  act(() => {
    history.current.undo();
  });
  act(() => {
    history.current.change(prefix('C'));
  });
  expect(history.current.canRedo).toBe(false);
});
