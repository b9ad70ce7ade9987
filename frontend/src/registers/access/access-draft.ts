import type { FormAccessInput, FormRight, Role } from '@/graphql';

import type { AccessForm } from './access-documents';

/** From least to most. */
export const RIGHTS: readonly FormRight[] = ['NONE', 'OWN', 'VIEW', 'EDIT'];

export interface RoleRight {
  role: Role;
  right: FormRight;
  /** What the register itself gives the role. */
  defaultRight: FormRight;
}

export interface GroupRight {
  groupId: string;
  name: string;
  memberCount: number;
  right: FormRight;
}

/** Rights on a register while they are being changed. */
export interface AccessDraft {
  roles: RoleRight[];
  groups: GroupRight[];
}

export function draftOf({ access }: Pick<AccessForm, 'access'>): AccessDraft {
  return {
    roles: (access ?? []).flatMap(({ role, right, defaultRight }) =>
      role ? [{ role, right, defaultRight: defaultRight ?? right }] : [],
    ),
    groups: (access ?? []).flatMap(({ group, right }) =>
      group ? [{ groupId: group.id, name: group.name, memberCount: group.memberCount, right }] : [],
    ),
  };
}

/** What is sent: a role that has its default again is left out. */
export function toAccess({ roles, groups }: AccessDraft): FormAccessInput[] {
  return [
    ...roles
      .filter(({ right, defaultRight }) => right !== defaultRight)
      .map(({ role, right }) => ({ role, right })),
    ...groups.map(({ groupId, right }) => ({ groupId, right })),
  ];
}

export const isSame = (one: AccessDraft, other: AccessDraft): boolean =>
  JSON.stringify(toAccess(one)) === JSON.stringify(toAccess(other));
