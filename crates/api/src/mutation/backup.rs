use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use backup::desk::{self, RestoreWish};
use domain::{
    Permission,
    record::{self, Record, TakenFrom},
};
use kernel::{BackupRunId, Error, RecordId, RestoreId};
use tenancy::Restore;

use super::record_life::{parse_ids, with_forms};

use crate::{
    error::{Result, UserError, outcome},
    scope::Shared,
    types::{BackupRunObject, RecordObject, RestoreObject},
};

/// A wish to put the environment back.
#[derive(InputObject)]
struct RequestRestoreInput {
    /// To which back-up: one that `canBeRestored`.
    backup_id: ID,
    /// Why: 1 to 500 characters, read by everybody who sees back-ups.
    reason: String,
    /// The environment's name, typed by who wants it.
    confirmation: String,
}

/// A wish to look into a back-up.
#[derive(InputObject)]
struct OpenBackupInput {
    /// Which: one that `canBeRestored`.
    backup_id: ID,
    /// Why: 1 to 500 characters, read by everybody who sees back-ups.
    reason: String,
}

/// Records to take back from a back-up.
#[derive(InputObject)]
struct TakeFromBackupInput {
    /// The look: a `Restore` that is `OPEN`.
    restore_id: ID,
    /// At most 200, of one register.
    record_ids: Vec<ID>,
}

/// Records that were taken back.
#[derive(SimpleObject)]
struct TakeFromBackupPayload {
    /// As they are now, in the order of the ids; empty when there are errors.
    records: Vec<RecordObject>,
    /// What the user can mend.
    user_errors: Vec<UserError>,
}

/// A back-up that was asked for.
#[derive(SimpleObject)]
struct BackupPayload {
    /// It.
    backup: Option<BackupRunObject>,
    /// What the user can mend.
    user_errors: Vec<UserError>,
}

/// A back-up that is asked back.
#[derive(SimpleObject)]
struct RestorePayload {
    /// How far it is.
    restore: Option<RestoreObject>,
    /// What the user can mend.
    user_errors: Vec<UserError>,
}

impl RestorePayload {
    async fn of(cx: &Context<'_>, result: kernel::Result<Restore>) -> Result<Self> {
        let (restore, user_errors) = outcome(result)?;
        let Some(restore) = restore else { return Ok(Self { restore: None, user_errors }) };
        let backup = cx.services().tenancy.backups().find(restore.backup).await?;
        Ok(Self { restore: Some(RestoreObject { restore, backup }), user_errors })
    }
}

#[derive(Default)]
pub(super) struct BackupMutation;

#[Object]
impl BackupMutation {
    /// Has a hot back-up made now, besides those of the plan. Needs `canRestoreBackups`.
    async fn make_backup(&self, cx: &Context<'_>) -> Result<BackupPayload> {
        let log = cx.services().tenancy.backups();
        let asked = desk::ask(&cx.scope().ctx, &log, cx.services().looks.is_some()).await;
        let (backup, user_errors) = outcome(asked)?;
        Ok(BackupPayload { backup: backup.map(BackupRunObject), user_errors })
    }

    /// Puts the environment back to a back-up. Step-up. What there is now is backed up first; all sessions end; who may
    /// sign in, and the audit log, stay as they are. Needs `canRestoreBackups`.
    async fn request_restore(&self, cx: &Context<'_>, input: RequestRestoreInput) -> Result<RestorePayload> {
        let log = cx.services().tenancy.backups();
        let wish = input.backup_id.parse::<BackupRunId>().map(|backup| RestoreWish {
            backup,
            reason: input.reason,
            confirmation: input.confirmation,
        });
        let wished = match wish {
            Ok(wish) => {
                let name = &cx.scope().environment.name;
                desk::ask_restore(&cx.scope().ctx, &log, (wish, name)).await
            }
            Err(_) => Err(Error::invalid("BACKUP_UNKNOWN", &["backupId"])),
        };
        RestorePayload::of(cx, wished).await
    }

    /// Takes the wish back, until the environment is being put back. Needs `canRestoreBackups`.
    async fn cancel_restore(&self, cx: &Context<'_>, id: ID) -> Result<RestorePayload> {
        let log = cx.services().tenancy.backups();
        let cancelled = match id.parse::<RestoreId>() {
            Ok(id) => desk::cancel_restore(&cx.scope().ctx, &log, id).await,
            Err(_) => Err(Error::NotFound),
        };
        RestorePayload::of(cx, cancelled).await
    }

    /// Has a back-up opened, to look into it while the environment goes on. Step-up. Needs `canRestoreBackups`.
    async fn open_backup(&self, cx: &Context<'_>, input: OpenBackupInput) -> Result<RestorePayload> {
        let log = cx.services().tenancy.backups();
        let opened = match input.backup_id.parse::<BackupRunId>() {
            Ok(backup) => desk::open(&cx.scope().ctx, &log, (backup, &input.reason)).await,
            Err(_) => Err(Error::invalid("BACKUP_UNKNOWN", &["backupId"])),
        };
        RestorePayload::of(cx, opened).await
    }

    /// Ends looking into a back-up, or the wish to. Needs `canRestoreBackups`.
    async fn close_backup(&self, cx: &Context<'_>, id: ID) -> Result<RestorePayload> {
        let log = cx.services().tenancy.backups();
        let closed = match id.parse::<RestoreId>() {
            Ok(id) => desk::close(&cx.scope().ctx, &log, id).await,
            Err(_) => Err(Error::NotFound),
        };
        RestorePayload::of(cx, closed).await
    }

    /// Takes records back from a back-up that is looked into, all of them or none. What was removed for good comes back
    /// with its history, comments and files; what is in the recycle bin comes out of it; what is there is changed.
    /// Needs `canRestoreBackups`, and `EDIT` on the register.
    #[graphql(complexity = "input.record_ids.len() * child_complexity + 1")]
    async fn take_from_backup(
        &self,
        cx: &Context<'_>,
        input: TakeFromBackupInput,
    ) -> Result<TakeFromBackupPayload> {
        let ids = parse_ids(&input.record_ids)?;
        let (records, user_errors) = outcome(taken(cx, (&input.restore_id, &ids)).await)?;
        Ok(TakeFromBackupPayload { records: with_forms(cx, records.unwrap_or_default()).await?, user_errors })
    }
}

async fn taken(cx: &Context<'_>, (look, ids): (&ID, &[RecordId])) -> kernel::Result<Vec<Record>> {
    let from = held_in(cx, look).await?;
    record::take_back(&cx.scope().ctx, &from, ids).await
}

/// What the viewer sees of a back-up that is looked into. User error: `BACKUP_NOT_OPEN` at `restoreId`.
pub(crate) async fn held_in(cx: &Context<'_>, look: &ID) -> kernel::Result<TakenFrom> {
    cx.scope().ctx.require(Permission::RestoreBackups)?;
    let not_open = || Error::invalid("BACKUP_NOT_OPEN", &["restoreId"]);
    let looks = cx.services().looks.as_deref().ok_or_else(not_open)?;
    let id = look.parse().map_err(|_| not_open())?;
    desk::look(&cx.scope().ctx, &cx.services().tenancy.backups(), (looks, id)).await
}
