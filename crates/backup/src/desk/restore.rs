//! The whole environment put back.

use domain::{
    Ctx, Permission,
    audit::{self, AuditEntry},
};
use kernel::{BackupRunId, Error, RestoreId, Result, UserError, UserErrors};
use serde_json::json;
use tenancy::{BackupLog, Restore, RestorePurpose, RestoreState};

/// A wish to put the environment back.
#[derive(Debug, Clone)]
pub struct RestoreWish {
    /// To which back-up.
    pub backup: BackupRunId,
    /// Why; everybody who sees back-ups reads it.
    pub reason: String,
    /// The environment's name as typed by who wants it.
    pub confirmation: String,
}

/// Asks to put the environment back. Step-up. User errors: `BACKUP_UNKNOWN`, `BACKUP_GONE`, `BACKUP_NOT_PROVEN`,
/// `REASON_INVALID`, `CONFIRMATION_DIFFERS`, `RESTORE_UNDER_WAY`.
pub async fn ask_restore(
    ctx: &Ctx,
    log: &BackupLog,
    (wish, environment): (RestoreWish, &str),
) -> Result<Restore> {
    ctx.require(Permission::RestoreBackups)?;
    ctx.require_fresh()?;
    let mut errors = UserErrors::default();
    let found = super::wanted(ctx, log, (wish.backup, &mut errors)).await?;
    let reason = super::reason(&wish.reason, &mut errors);
    if wish.confirmation.trim() != environment {
        errors.push(UserError::at("CONFIRMATION_DIFFERS", &["confirmation"]));
    }
    errors.into_result()?;
    let restore = super::asked(ctx, RestorePurpose::PutBack, (wish.backup, reason));
    let taken_at = found.and_then(|run| run.made).map(|made| made.taken_at);
    let entry = AuditEntry::about("restore.requested", restore.id)
        .with(json!({ "backupTakenAt": taken_at, "reason": restore.reason }));
    ctx.write(async |tx| audit::record(ctx, tx, entry).await).await?;
    if log.ask_restore(&restore).await? { Ok(restore) } else { Err(Error::invalid("RESTORE_UNDER_WAY", &[])) }
}

/// Takes the wish back, until the environment is being put back. User error: `TOO_LATE`.
pub async fn cancel_restore(ctx: &Ctx, log: &BackupLog, id: RestoreId) -> Result<Restore> {
    ctx.require(Permission::RestoreBackups)?;
    let found = log
        .find_restore(id)
        .await?
        .filter(|restore| restore.tenant == ctx.tenant_id() && restore.purpose == RestorePurpose::PutBack);
    let restore = found.ok_or(Error::NotFound)?;
    let is_early = matches!(restore.state, RestoreState::Asked | RestoreState::Waiting);
    let moved = is_early && log.move_restore((id, restore.state), RestoreState::Cancelled, ctx.now()).await?;
    if !moved {
        return Err(Error::invalid("TOO_LATE", &["id"]));
    }
    ctx.write(async |tx| audit::record(ctx, tx, AuditEntry::about("restore.cancelled", id)).await).await?;
    log.find_restore(id).await?.ok_or(Error::NotFound)
}
