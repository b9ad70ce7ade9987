//! A back-up that is looked into, while the environment goes on.

use async_trait::async_trait;
use chrono::TimeDelta;
use domain::{
    Ctx, Permission,
    audit::{self, AuditEntry},
    record::TakenFrom,
};
use kernel::{Actor, BackupRunId, Error, Instant, RestoreId, Result, UserErrors};
use serde_json::json;
use tenancy::{BackupLog, Restore, RestorePurpose, RestoreState, TenantDb};

/// How long one can be looked into.
const OPEN_FOR: TimeDelta = TimeDelta::hours(8);

/// Where the copies are of back-ups that are looked into.
#[async_trait]
pub trait Looks: Send + Sync {
    /// What a back-up that is open held, brought up to date, with the people of now.
    async fn copy(&self, look: &Restore) -> Result<TenantDb>;
}

/// Until when a back-up can be looked into, while it can.
#[must_use]
pub fn open_until(look: &Restore) -> Option<Instant> {
    (look.state == RestoreState::Open).then(|| look.seen_at + OPEN_FOR)
}

/// Asks to look into a back-up. Step-up. User errors: `BACKUP_UNKNOWN`, `BACKUP_GONE`, `BACKUP_NOT_PROVEN`,
/// `REASON_INVALID`, `BACKUP_OPEN_ALREADY`.
pub async fn open(ctx: &Ctx, log: &BackupLog, (backup, reason): (BackupRunId, &str)) -> Result<Restore> {
    ctx.require(Permission::RestoreBackups)?;
    ctx.require_fresh()?;
    let mut errors = UserErrors::default();
    let found = super::wanted(ctx, log, (backup, &mut errors)).await?;
    let reason = super::reason(reason, &mut errors);
    errors.into_result()?;
    let look = super::asked(ctx, RestorePurpose::Look, (backup, reason));
    let taken_at = found.and_then(|run| run.made).map(|made| made.taken_at);
    let entry = AuditEntry::about("backup.opened", look.id)
        .with(json!({ "backupTakenAt": taken_at, "reason": look.reason }));
    ctx.write(async |tx| audit::record(ctx, tx, entry).await).await?;
    if log.ask_restore(&look).await? { Ok(look) } else { Err(Error::invalid("BACKUP_OPEN_ALREADY", &[])) }
}

/// Ends a look, or the wish for one. User error: `TOO_LATE`.
pub async fn close(ctx: &Ctx, log: &BackupLog, id: RestoreId) -> Result<Restore> {
    ctx.require(Permission::RestoreBackups)?;
    let look = find(ctx, log, id).await?;
    let to = if look.state == RestoreState::Open { RestoreState::Done } else { RestoreState::Cancelled };
    if look.state.is_final() || !log.move_restore((id, look.state), to, ctx.now()).await? {
        return Err(Error::invalid("TOO_LATE", &["id"]));
    }
    ctx.write(async |tx| audit::record(ctx, tx, AuditEntry::about("backup.closed", id)).await).await?;
    find(ctx, log, id).await
}

/// Ends a look whose time is over. System only.
pub async fn expire(ctx: &Ctx, log: &BackupLog, look: &Restore) -> Result<()> {
    if ctx.actor() != Actor::System {
        return Err(Error::Forbidden);
    }
    if log.move_restore((look.id, RestoreState::Open), RestoreState::Done, ctx.now()).await? {
        ctx.write(async |tx| audit::record(ctx, tx, AuditEntry::about("backup.closed", look.id)).await)
            .await?;
    }
    Ok(())
}

/// What an actor sees of a back-up that is open. User error: `BACKUP_NOT_OPEN` at `restoreId`.
pub async fn look(ctx: &Ctx, log: &BackupLog, (looks, id): (&dyn Looks, RestoreId)) -> Result<TakenFrom> {
    ctx.require(Permission::RestoreBackups)?;
    let not_open = || Error::invalid("BACKUP_NOT_OPEN", &["restoreId"]);
    let look = match find(ctx, log, id).await {
        Err(Error::NotFound) => return Err(not_open()),
        found => found?,
    };
    if open_until(&look).is_none_or(|until| until <= ctx.now()) {
        return Err(not_open());
    }
    let run = log.find(look.backup).await?.and_then(|run| run.made).ok_or_else(not_open)?;
    let held = ctx.in_backup(looks.copy(&look).await?, run.taken_at).await?;
    Ok(TakenFrom { held, look: id, taken_at: run.taken_at })
}

async fn find(ctx: &Ctx, log: &BackupLog, id: RestoreId) -> Result<Restore> {
    let found = log.find_restore(id).await?;
    let is_here = |look: &Restore| look.tenant == ctx.tenant_id() && look.purpose == RestorePurpose::Look;
    found.filter(is_here).ok_or(Error::NotFound)
}
