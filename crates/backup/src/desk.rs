//! What people of an environment see of its back-ups, and ask for.

use kernel::{BackupRunId, Error, RestoreId, Result, UserError, UserErrors};
use serde_json::json;
use tenancy::{BackupLog, BackupPlan, BackupReason, BackupRun, BackupState, Restore, RestoreState};

use domain::{
    Ctx, Permission,
    audit::{self, AuditEntry},
};

use crate::manifest::Tier;

/// Back-ups that are shown.
const SHOWN: u64 = 200;
/// Times it was put back that are shown.
const SHOWN_RESTORES: u64 = 50;
/// Characters of a reason.
const MOST_REASON: usize = 500;

/// The environment's back-ups, the latest first.
pub async fn list(ctx: &Ctx, log: &BackupLog) -> Result<Vec<BackupRun>> {
    ctx.require(Permission::SeeBackups)?;
    log.of(ctx.tenant_id(), SHOWN).await
}

/// When it was put back, and by whom; the latest first.
pub async fn restores(ctx: &Ctx, log: &BackupLog) -> Result<Vec<Restore>> {
    ctx.require(Permission::SeeBackups)?;
    log.restores_of(ctx.tenant_id(), SHOWN_RESTORES).await
}

/// Asks for a hot back-up now, where back-ups are made at all. User errors: `BACKUPS_NOT_SET_UP`, `BACKUP_UNDER_WAY`.
pub async fn ask(ctx: &Ctx, log: &BackupLog, is_set_up: bool) -> Result<BackupRun> {
    ctx.require(Permission::RestoreBackups)?;
    if !is_set_up {
        return Err(Error::invalid("BACKUPS_NOT_SET_UP", &[]));
    }
    let last = log.of(ctx.tenant_id(), SHOWN).await?;
    let is_under_way = |run: &BackupRun| matches!(run.state, BackupState::Asked | BackupState::Running);
    if last.iter().any(is_under_way) {
        return Err(Error::invalid("BACKUP_UNDER_WAY", &[]));
    }
    let plan = BackupPlan {
        tenant: ctx.tenant_id(),
        tier: Tier::Hot,
        reason: BackupReason::Hand,
        due_at: ctx.now(),
    };
    let id = log.ask(plan, (ctx.clock(), ctx.random())).await?;
    ctx.write(async |tx| audit::record(ctx, tx, AuditEntry::about("backup.requested", id)).await).await?;
    log.find(id).await?.ok_or(Error::NotFound)
}

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
    let found = log.find(wish.backup).await?.filter(|run| run.tenant == ctx.tenant_id());
    let mut errors = UserErrors::default();
    match &found {
        None => errors.push(UserError::at("BACKUP_UNKNOWN", &["backupId"])),
        Some(run) if run.removed_at.is_some() => errors.push(UserError::at("BACKUP_GONE", &["backupId"])),
        Some(run) if run.state != BackupState::Proven => {
            errors.push(UserError::at("BACKUP_NOT_PROVEN", &["backupId"]));
        }
        Some(_) => {}
    }
    let reason = wish.reason.trim();
    if reason.is_empty() || reason.chars().count() > MOST_REASON || reason.chars().any(char::is_control) {
        errors.push(UserError::at("REASON_INVALID", &["reason"]).with("max", MOST_REASON));
    }
    if wish.confirmation.trim() != environment {
        errors.push(UserError::at("CONFIRMATION_DIFFERS", &["confirmation"]));
    }
    errors.into_result()?;
    let restore = Restore {
        id: RestoreId::generate(ctx.clock(), ctx.random()),
        tenant: ctx.tenant_id(),
        backup: wish.backup,
        asked_by: ctx.actor().user_id(),
        asked_at: ctx.now(),
        reason: reason.to_owned(),
        state: RestoreState::Asked,
        seen_at: ctx.now(),
        sealed_identity: None,
        safety: None,
        finished_at: None,
        failure: None,
    };
    let taken_at = found.and_then(|run| run.made).map(|made| made.taken_at);
    let entry = AuditEntry::about("restore.requested", restore.id)
        .with(json!({ "backupTakenAt": taken_at, "reason": restore.reason }));
    ctx.write(async |tx| audit::record(ctx, tx, entry).await).await?;
    if log.ask_restore(&restore).await? { Ok(restore) } else { Err(Error::invalid("RESTORE_UNDER_WAY", &[])) }
}

/// Takes the wish back, until the environment is being put back. User error: `TOO_LATE`.
pub async fn cancel_restore(ctx: &Ctx, log: &BackupLog, id: RestoreId) -> Result<Restore> {
    ctx.require(Permission::RestoreBackups)?;
    let found = log.find_restore(id).await?.filter(|restore| restore.tenant == ctx.tenant_id());
    let restore = found.ok_or(Error::NotFound)?;
    let is_early = matches!(restore.state, RestoreState::Asked | RestoreState::Waiting);
    let moved = is_early && log.move_restore((id, restore.state), RestoreState::Cancelled, ctx.now()).await?;
    if !moved {
        return Err(Error::invalid("TOO_LATE", &["id"]));
    }
    ctx.write(async |tx| audit::record(ctx, tx, AuditEntry::about("restore.cancelled", id)).await).await?;
    log.find_restore(id).await?.ok_or(Error::NotFound)
}
