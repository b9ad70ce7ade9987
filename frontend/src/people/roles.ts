import type { Role } from '@/graphql';

/** From most to least rights. */
export const ROLES: readonly Role[] = ['ADMINISTRATOR', 'MANAGER', 'EMPLOYEE', 'VIEWER', 'AUDITOR'];
