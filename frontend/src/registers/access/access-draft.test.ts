import { expect, it } from 'vitest';

import type { AccessForm } from './access-documents';
import { draftOf, isSame, toAccess } from './access-draft';

const hr = { id: 'grp_hr', name: 'HR', memberCount: 3 };

const form: Pick<AccessForm, 'access'> = {
  access: [
    { role: 'MANAGER', group: null, right: 'EDIT', defaultRight: 'EDIT' },
    { role: 'EMPLOYEE', group: null, right: 'NONE', defaultRight: 'OWN' },
    { role: null, group: hr, right: 'EDIT', defaultRight: null },
  ],
};

it('keeps roles and groups apart', () => {
  const draft = draftOf(form);
  expect(draft.roles.map(({ role }) => role)).toEqual(['MANAGER', 'EMPLOYEE']);
  expect(draft.groups).toEqual([{ groupId: 'grp_hr', name: 'HR', memberCount: 3, right: 'EDIT' }]);
});

it('sends only roles that differ from what the register gives them', () => {
  expect(toAccess(draftOf(form))).toEqual([
    { role: 'EMPLOYEE', right: 'NONE' },
    { groupId: 'grp_hr', right: 'EDIT' },
  ]);
});

it('tells a change from a change that was undone', () => {
  const draft = draftOf(form);
  const changed = { ...draft, groups: [] };
  expect(isSame(draft, changed)).toBe(false);
  expect(isSame(draft, draftOf(form))).toBe(true);
});

it('has nothing to show to those who may not see rights', () => {
  expect(draftOf({ access: null })).toEqual({ roles: [], groups: [] });
});
