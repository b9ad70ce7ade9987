import type { Operation } from './operation';

/**
 * Queries that are about now, also for who looks back at a past day or into a back-up: who is signed in, one's own
 * account and work, back-ups and how they compare with now, and the audit log, which is a history
 * already. All others are answered as of what is looked at, so that nothing of today is taken for what was.
 */
export const OF_TODAY: ReadonlySet<string> = new Set([
  'Viewer',
  'AccountLink',
  'MyAccount',
  'Passkeys',
  'Sessions',
  'ApiTokens',
  'Job',
  'Jobs',
  'AuditEvents',
  'AuditActions',
  'AuditChain',
  'Backups',
  'ComparedWithBackup',
  'Outbox',
]);

/** Whether an operation can be asked about the past; nothing can be changed there. */
export const canLookBack = ({ kind, name }: Operation): boolean =>
  kind === 'query' && !OF_TODAY.has(name);
