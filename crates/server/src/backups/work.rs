//! One back-up: made, written down, and what is outdated removed.

use std::time::Duration;

use ::backup::{
    Backup, Manifest, Progress, Retention, SignedManifest, Source, Workshop, in_background, make, outdated,
    remove, sweep,
};
use anyhow::{Context, Result};
use chrono::TimeDelta;
use kernel::{BackupRunId, SystemRandom, TenantId};
use tenancy::{BackupFigures, BackupRun, BackupTier, TenantEntry};

use super::{Backups, signing_key};
use crate::App;

/// How often is written down how far it is.
const REPORT: Duration = Duration::from_secs(2);
/// Minutes until a back-up that failed is tried again, the first time; twice as long each next time.
const AGAIN_MINUTES: i64 = 5;
const MOST_DOUBLINGS: i32 = 4;

/// Makes a back-up that was begun, and writes down what became of it.
pub(super) async fn run(app: &App, backups: &Backups, run: &BackupRun) {
    let log = app.tenancy.backups();
    let progress = Progress::default();
    let made = {
        let making = Box::pin(make_or_adopt(app, (backups, run), &progress));
        let reporting = report(app, run, &progress);
        tokio::select! {
            made = making => made,
            () = reporting => return,
        }
    };
    let now = app.domain.now();
    let noted = match &made {
        Ok(manifest) => log.note_made(run.id, figures(manifest), now).await,
        Err(error) => {
            tracing::error!(tenant = %run.tenant, tier = %run.tier, error = format!("{error:#}"), "no back-up was made");
            let minutes = AGAIN_MINUTES << (run.attempts - 1).clamp(0, MOST_DOUBLINGS);
            let moments = (now, now + TimeDelta::minutes(minutes));
            log.note_failed(run.id, &format!("{error:#}"), moments).await
        }
    };
    if let Err(error) = noted {
        tracing::error!(%error, "what became of a back-up was not written down");
    } else if made.is_ok()
        && let Err(error) = prune(app, backups, run).await
    {
        tracing::warn!(tenant = %run.tenant, tier = %run.tier, error = format!("{error:#}"), "nothing more is removed");
    }
}

/// Writes down how far it is, again and again. Ends only when that is no use any more.
async fn report(app: &App, run: &BackupRun, progress: &Progress) {
    let log = app.tenancy.backups();
    loop {
        tokio::time::sleep(REPORT).await;
        if let Err(error) = log.note_progress(run.id, progress.figures(), app.domain.now()).await {
            tracing::warn!(%error, "how far a back-up is was not written down");
        }
    }
}

/// One that was made by a server that was killed before it could say so is taken for this one.
async fn make_or_adopt(
    app: &App,
    (backups, run): (&Backups, &BackupRun),
    progress: &Progress,
) -> Result<Manifest> {
    let tenant = entry(app, run.tenant).await?;
    if run.attempts > 1
        && let Some(found) = unwritten(app, backups, run).await?
    {
        return Ok(found);
    }
    Ok(backups.make(app, (&tenant, run.tier), progress).await?.manifest)
}

async fn unwritten(app: &App, backups: &Backups, run: &BackupRun) -> Result<Option<Manifest>> {
    let store = backups.0.stores.of(run.tier);
    let Some(sequence) = Backup::list(store, run.tenant).await?.pop() else { return Ok(None) };
    let kept = app.tenancy.backups().kept(run.tenant, run.tier).await?;
    if kept.iter().any(|known| known.made.is_some_and(|made| made.sequence == sequence)) {
        return Ok(None);
    }
    let key = signing_key(&app.tenancy).public();
    let manifest = Backup::find(store, (run.tenant, sequence), &key).await?.signed.manifest;
    Ok((manifest.taken_at >= run.due_at).then_some(manifest))
}

impl Backups {
    /// Makes a back-up of an environment in the store of a tier, in threads that give way to those that answer people.
    pub async fn make(
        &self,
        app: &App,
        (tenant, tier): (&TenantEntry, BackupTier),
        progress: &Progress,
    ) -> Result<SignedManifest> {
        let (backups, app, tenant, progress) = (self.clone(), app.clone(), tenant.clone(), progress.clone());
        let work = async move || backups.make_here(&app, (&tenant, tier), &progress).await;
        in_background(work).await?
    }

    async fn make_here(
        &self,
        app: &App,
        (tenant, tier): (&TenantEntry, BackupTier),
        progress: &Progress,
    ) -> Result<SignedManifest> {
        let db = app.tenancy.open(tenant).await?;
        let blobs = app.tenancy.blobs(tenant);
        let source = Source { tenant, db: &db, blobs: &blobs, scratch: &self.0.scratch };
        let key = signing_key(&app.tenancy);
        let workshop = Workshop {
            recipients: &self.0.recipients,
            key: &key,
            clock: app.domain.clock(),
            random: &SystemRandom,
            progress,
        };
        Ok(Box::pin(make(source, self.0.stores.of(tier), &workshop)).await?)
    }
}

pub(super) async fn entry(app: &App, id: TenantId) -> Result<TenantEntry> {
    app.find_environment(id).await?.context("the environment is gone")
}

fn figures(manifest: &Manifest) -> BackupFigures {
    BackupFigures {
        sequence: manifest.sequence,
        taken_at: manifest.taken_at,
        database_bytes: manifest.database.bytes,
        files: manifest.files.count,
        file_bytes: manifest.files.total_bytes,
    }
}

/// Removes what is outdated of the environment in the store, and what is left over.
async fn prune(app: &App, backups: &Backups, run: &BackupRun) -> Result<()> {
    let (log, store, now) = (app.tenancy.backups(), backups.0.stores.of(run.tier), app.domain.now());
    let kept = log.kept(run.tenant, run.tier).await?;
    let outdated = outdated(&kept, Retention::usual(run.tier), now)?;
    let going: Vec<(u64, BackupRunId)> =
        outdated.iter().filter_map(|run| Some((run.made?.sequence, run.id))).collect();
    let gone = remove(store, run.tenant, going.iter().map(|(sequence, _)| *sequence).collect()).await?;
    let ids: Vec<_> =
        going.iter().filter(|(sequence, _)| gone.contains(sequence)).map(|(_, id)| *id).collect();
    if !ids.is_empty() {
        log.note_removed(&ids, now).await?;
    }
    sweep(store, run.tenant, (&signing_key(&app.tenancy).public(), now)).await?;
    Ok(())
}
