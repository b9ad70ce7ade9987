//! Puts an environment back to a back-up: step by step, each written down, and as it was when one fails.

use std::path::Path;

use ::backup::scratch_folder;
use anyhow::{Context, Result, anyhow};
use chrono::TimeDelta;
use domain::put_back::{self, EMPTIED_TABLES, KEPT_TABLES, PutBack};
use kernel::Instant;
use tenancy::{
    BackupPlan, BackupReason, BackupRun, BackupTier, OpenError, Placement, PlacementChoice, Restore,
    RestorePurpose, RestoreState, TenantEntry, carry_over,
};

use super::{
    Backups,
    asking::{Asking, Failed, LOOK_EVERY, is_moved_on},
    look::OpenLooks,
    work,
};
use crate::App;

/// A restore that gave no sign of life for this long was left by a server that was killed.
const DEAD_AFTER: TimeDelta = TimeDelta::minutes(3);

/// Takes one on: the environment is put back, or a back-up opened. Ends when it is over, or was taken back.
pub(super) async fn run(app: &App, (backups, looks): (&Backups, &OpenLooks), restore: &Restore) {
    let outcome = {
        let working = Box::pin(async {
            match restore.purpose {
                RestorePurpose::PutBack => Putting { app, backups, restore }.all().await,
                RestorePurpose::Look => looks.open(restore).await,
            }
        });
        tokio::select! {
            outcome = working => outcome,
            () = stay_alive(app, restore) => return,
        }
    };
    let (log, now) = (app.tenancy.backups(), app.domain.now());
    let noted = match outcome {
        Ok(true) => {
            let (from, to) = match restore.purpose {
                RestorePurpose::PutBack => (RestoreState::Restoring, RestoreState::Done),
                RestorePurpose::Look => (RestoreState::Waiting, RestoreState::Open),
            };
            log.move_restore((restore.id, from), to, now).await.map(drop)
        }
        // Somebody thought better of it.
        Ok(false) => Ok(()),
        Err(Failed(code, details)) => {
            tracing::error!(tenant = %restore.tenant, code, details, "a back-up that was asked back did not come");
            log.fail_restore(restore.id, (code, &details), now).await
        }
    };
    // A look needs its key until it is cleared.
    let forgotten = match restore.purpose {
        RestorePurpose::PutBack => log.note_identity(restore.id, None).await,
        RestorePurpose::Look => Ok(()),
    };
    if let Err(error) = noted.and(forgotten) {
        tracing::error!(%error, "what became of a back-up that was asked back was not written down");
    }
}

/// Whether a server that works on it gave no sign of life for long.
pub(super) fn is_left(restore: &Restore, now: Instant) -> bool {
    restore.state == RestoreState::Asked || now - restore.seen_at > DEAD_AFTER
}

async fn stay_alive(app: &App, restore: &Restore) {
    let log = app.tenancy.backups();
    loop {
        tokio::time::sleep(LOOK_EVERY * 5).await;
        let now = app.domain.now();
        let state = match log.find_restore(restore.id).await {
            Ok(Some(found)) if found.state.is_under_way() => found.state,
            _ => continue,
        };
        if let Err(error) = log.move_restore((restore.id, state), state, now).await {
            tracing::warn!(%error, "a sign of life of a back-up that was asked back was not written down");
        }
    }
}

/// An environment that is being put back.
struct Putting<'a> {
    app: &'a App,
    backups: &'a Backups,
    restore: &'a Restore,
}

impl Putting<'_> {
    /// False when it was taken back.
    async fn all(&self) -> Result<bool, Failed> {
        let log = self.app.tenancy.backups();
        let tenant = work::entry(self.app, self.restore.tenant).await?;
        let run = log.find(self.restore.backup).await?.ok_or_else(|| anyhow!("the back-up is not known"))?;
        let asking = Asking::begin(self.app, self.backups, self.restore).await?;
        let scratch = scratch_folder(&self.backups.0.scratch).await?;
        let file = scratch.path().join("restored.sqlite");
        let is_here = is_moved_on(self.app, self.restore, RestoreState::Waiting).await?
            && asking.database(&tenant, &file).await?
            && asking.files(&tenant, &file).await?
            && is_moved_on(self.app, self.restore, RestoreState::Restoring).await?;
        if is_here {
            self.put_back(&tenant, &file, &run).await?;
        }
        Ok(is_here)
    }

    /// A back-up of what there is.
    async fn make_safe(&self, tenant: &TenantEntry) -> Result<(), Failed> {
        let (log, domain) = (self.app.tenancy.backups(), &self.app.domain);
        let plan = BackupPlan {
            tenant: tenant.id,
            tier: BackupTier::Hot,
            reason: BackupReason::Safety,
            due_at: domain.now(),
        };
        let id = log.begin(plan, (domain.clock(), domain.random())).await?;
        let id = id.ok_or_else(|| anyhow!("a safety back-up is under way"))?;
        let run = log.find(id).await?.context("it is gone")?;
        work::run(self.app, self.backups, &run).await;
        let made = log.find(id).await?.filter(|run| run.state.is_made());
        if made.is_none() {
            return Err(Failed("SAFETY_BACKUP_FAILED", format!("{id} was not made")));
        }
        log.note_safety(self.restore.id, id).await?;
        Ok(())
    }

    async fn put_back(&self, tenant: &TenantEntry, file: &Path, run: &BackupRun) -> Result<(), Failed> {
        let relocation = self.app.tenancy.relocate(tenant).await?;
        // Nothing changes from here on, so that what is kept safe is all there ever was.
        let prepared = async {
            let current = relocation.put_up_fence().await.map_err(Failed::from)?;
            let load = async {
                carry_over(file, &current, (KEPT_TABLES, EMPTIED_TABLES)).await.map_err(of_loading)?;
                relocation.load(file, &same_place(relocation.tenant())).await.map_err(of_loading)
            };
            tokio::try_join!(load, self.make_safe(tenant)).map(|(loaded, ())| loaded)
        };
        let loaded = match prepared.await {
            Ok(loaded) => loaded,
            Err(failed) => {
                relocation.abandon().await?;
                return Err(failed);
            }
        };
        let entry = relocation.finish(loaded).await?;
        let ctx = self.app.as_system(&entry).await?;
        let put_back = PutBack {
            by: self.restore.asked_by,
            reason: self.restore.reason.clone(),
            taken_at: run.made.map_or(run.due_at, |made| made.taken_at),
        };
        // It is put back, whether this comes through or not.
        if let Err(error) = put_back::record(&ctx, &put_back).await {
            tracing::error!(%error, "that the environment was put back is not in its audit log");
        }
        Ok(())
    }
}

/// Where the environment is now: the same kind of place.
fn same_place(tenant: &TenantEntry) -> PlacementChoice {
    match &tenant.placement {
        Placement::SqliteFile(_) => PlacementChoice::Sqlite,
        Placement::Postgres(placement) => PlacementChoice::Postgres { cluster: placement.cluster.clone() },
    }
}

pub(super) fn of_loading(error: OpenError) -> Failed {
    let code = if matches!(error, OpenError::Newer { .. }) { "NEWER_VERSION" } else { "INTERNAL" };
    Failed(code, error.to_string())
}
