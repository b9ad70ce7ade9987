import { type BackupsQuery, documentQuery, graphql } from '@/graphql';

import { pollPause } from './under-way';

graphql(`
  fragment RestoreParts on Restore {
    id
    purpose
    backup {
      id
      tier
      takenAt
    }
    askedBy {
      id
      displayName
    }
    askedAt
    reason
    state
    finishedAt
    failure
    openUntil
  }
`);

const BackupsDocument = graphql(`
  query Backups {
    backups {
      isSetUp
      lastDrillAt
      isLastDrillNoticed
      isKeeperSound
      places {
        tier
        nextAt
        lastTakenAt
        lastProvenTakenAt
        overdueSince
      }
      runs {
        id
        tier
        reason
        state
        dueAt
        begunAt
        attempts
        doneBytes
        totalBytes
        finishedAt
        nextAttemptAt
        takenAt
        sequence
        databaseBytes
        files
        fileBytes
        provenAt
        proofSeconds
        provenRows
        removedAt
        canBeRestored
      }
      restores {
        ...RestoreParts
      }
    }
  }
`);

export const MakeBackupDocument = graphql(`
  mutation MakeBackup {
    makeBackup {
      backup {
        id
      }
      userErrors {
        code
        path
        params
      }
    }
  }
`);

export const RequestRestoreDocument = graphql(`
  mutation RequestRestore($input: RequestRestoreInput!) {
    requestRestore(input: $input) {
      restore {
        id
      }
      userErrors {
        code
        path
        params
      }
    }
  }
`);

export const OpenBackupDocument = graphql(`
  mutation OpenBackup($input: OpenBackupInput!) {
    openBackup(input: $input) {
      restore {
        id
      }
      userErrors {
        code
        path
        params
      }
    }
  }
`);

export const CancelRestoreDocument = graphql(`
  mutation CancelRestore($id: ID!) {
    cancelRestore(id: $id) {
      restore {
        id
      }
      userErrors {
        code
        path
        params
      }
    }
  }
`);

export type Backups = BackupsQuery['backups'];
export type BackupPlace = Backups['places'][number];
export type BackupRun = Backups['runs'][number];
export type Restore = Backups['restores'][number];

/** All that is known of the back-ups; asked again and again only while something is under way. */
export const backupsQuery = () => ({
  ...documentQuery(BackupsDocument),
  staleTime: 0,
  refetchInterval: ({ state }: { state: { data?: BackupsQuery; error: Error | null } }) =>
    pollPause(state.data?.backups, state.error, new Date()),
});

/** To be asked anew after something was done. */
export const BACKUP_QUERIES = ['Backups', 'AuditEvents'] as const;
