import { expect, it } from 'vitest';

import { tabOf } from './problem-tab';

it('leads to where a problem can be seen', () => {
  expect(tabOf('field/x/label', false)).toBe('fields');
  expect(tabOf('fields', false)).toBe('fields');
  expect(tabOf('group/0/label', false)).toBe('fields');
  expect(tabOf('status/1/label', false)).toBe('statuses');
  expect(tabOf('statuses', false)).toBe('statuses');
  expect(tabOf('numberPrefix', false)).toBe('general');
  expect(tabOf('numberPrefix', true)).toBe('fields');
  expect(tabOf('help', true)).toBe('general');
});
