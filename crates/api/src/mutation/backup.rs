use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use backup::desk::{self, RestoreWish};
use kernel::{BackupRunId, Error, RestoreId};
use tenancy::Restore;

use crate::{
    error::{Result, UserError, outcome},
    scope::Shared,
    types::{BackupRunObject, RestoreObject},
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

/// A back-up that was asked for.
#[derive(SimpleObject)]
struct BackupPayload {
    /// It.
    backup: Option<BackupRunObject>,
    /// What the user can mend.
    user_errors: Vec<UserError>,
}

/// The environment put back.
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
        let asked = desk::ask(&cx.scope().ctx, &log, cx.services().has_backups).await;
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
}
