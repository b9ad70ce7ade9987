//! What people of an environment see of its back-ups, and ask for.

mod look;
mod restore;

use kernel::{BackupRunId, Error, RestoreId, Result, UserError, UserErrors};
use tenancy::{
    BackupLog, BackupPlan, BackupReason, BackupRun, BackupState, Restore, RestorePurpose, RestoreState,
};

pub use look::{Looks, close, expire, look, open, open_until};
pub use restore::{RestoreWish, ask_restore, cancel_restore};

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

/// A back-up that people may ask back, or why they may not: `BACKUP_UNKNOWN`, `BACKUP_GONE`, `BACKUP_NOT_PROVEN` at
/// `backupId`.
async fn wanted(
    ctx: &Ctx,
    log: &BackupLog,
    (id, errors): (BackupRunId, &mut UserErrors),
) -> Result<Option<BackupRun>> {
    let found = log.find(id).await?.filter(|run| run.tenant == ctx.tenant_id());
    let refusal = match &found {
        None => "BACKUP_UNKNOWN",
        Some(run) if run.removed_at.is_some() => "BACKUP_GONE",
        Some(run) if run.state != BackupState::Proven => "BACKUP_NOT_PROVEN",
        Some(_) => return Ok(found),
    };
    errors.push(UserError::at(refusal, &["backupId"]));
    Ok(None)
}

/// A reason without blanks around it; `REASON_INVALID` at `reason` when it is empty or too long.
fn reason(given: &str, errors: &mut UserErrors) -> String {
    let reason = given.trim();
    if reason.is_empty() || reason.chars().count() > MOST_REASON || reason.chars().any(char::is_control) {
        errors.push(UserError::at("REASON_INVALID", &["reason"]).with("max", MOST_REASON));
    }
    reason.to_owned()
}

/// What is written down of asking a back-up back.
fn asked(ctx: &Ctx, purpose: RestorePurpose, (backup, reason): (BackupRunId, String)) -> Restore {
    Restore {
        id: RestoreId::generate(ctx.clock(), ctx.random()),
        tenant: ctx.tenant_id(),
        purpose,
        backup,
        asked_by: ctx.actor().user_id(),
        asked_at: ctx.now(),
        reason,
        state: RestoreState::Asked,
        seen_at: ctx.now(),
        sealed_identity: None,
        safety: None,
        finished_at: None,
        failure: None,
    }
}
