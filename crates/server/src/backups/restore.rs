//! Puts an environment back to a back-up: step by step, each written down, and as it was when one fails.

use std::path::Path;

use ::backup::{Environment, Handed, Handover, HandoverError, Identity, Request, Wanted};
use anyhow::{Context, Result, anyhow};
use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::TimeDelta;
use domain::put_back::{self, EMPTIED_TABLES, KEPT_TABLES, PutBack};
use futures::StreamExt;
use kernel::{Instant, SystemRandom};
use ledger::Hash;
use tempfile::TempDir;
use tenancy::{
    BackupPlan, BackupReason, BackupRun, BackupTier, OpenError, Placement, PlacementChoice, Restore,
    RestoreState, Snapshot, TenantEntry, carry_over,
};
use tokio_util::io::ReaderStream;

use super::{Backups, signing_key, work};
use crate::App;

/// What identities made for one restore are sealed with.
const SEALING: &str = "identities of restores";
/// How long the holder of the key may take.
const PATIENCE: TimeDelta = TimeDelta::hours(1);
/// A restore that gave no sign of life for this long was left by a server that was killed.
const DEAD_AFTER: TimeDelta = TimeDelta::minutes(3);
/// How often is looked whether something was handed over, and a sign of life given.
const LOOK_EVERY: std::time::Duration = std::time::Duration::from_secs(2);

/// Why it was not put back: a code for the client's sentences, and what the operator reads.
struct Failed(&'static str, String);

impl<E: std::fmt::Display> From<E> for Failed {
    fn from(error: E) -> Self {
        Self("INTERNAL", format!("{error:#}"))
    }
}

fn failed<E: std::fmt::Display>(code: &'static str) -> impl FnOnce(E) -> Failed {
    move |error| Failed(code, format!("{error:#}"))
}

/// Takes one on. Ends when it is over, or was taken back.
pub(super) async fn run(app: &App, backups: &Backups, restore: &Restore) {
    let outcome = {
        let putting = Putting { app, backups, restore };
        let working = Box::pin(putting.all());
        tokio::select! {
            outcome = working => outcome,
            () = stay_alive(app, restore) => return,
        }
    };
    let (log, now) = (app.tenancy.backups(), app.domain.now());
    let noted = match outcome {
        Ok(true) => {
            log.move_restore((restore.id, RestoreState::Restoring), RestoreState::Done, now).await.map(drop)
        }
        // Somebody thought better of it.
        Ok(false) => Ok(()),
        Err(Failed(code, details)) => {
            tracing::error!(tenant = %restore.tenant, code, details, "the environment was not put back");
            log.fail_restore(restore.id, (code, &details), now).await
        }
    };
    let forgotten = log.note_identity(restore.id, None).await;
    if let Err(error) = noted.and(forgotten) {
        tracing::error!(%error, "what became of putting an environment back was not written down");
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
            Ok(Some(found)) if !found.state.is_final() => found.state,
            _ => continue,
        };
        if let Err(error) = log.move_restore((restore.id, state), state, now).await {
            tracing::warn!(%error, "a sign of life of putting an environment back was not written down");
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
        let sequence = run.made.ok_or_else(|| anyhow!("the back-up was not made"))?.sequence;
        let identity = self.identity().await?;
        let asking = Asking { putting: self, place: (run.tier, sequence), identity: &identity };
        self.move_on(RestoreState::Waiting).await?;
        let Some(parts) = asking.ask(Wanted::Database).await? else { return Ok(false) };
        let [database, environment] = parts.as_slice() else {
            return Err(Failed("HANDOVER_REFUSED", "two parts were expected".to_owned()));
        };
        let scratch = self.scratch()?;
        let (file, about) = (scratch.path().join("restored.sqlite"), scratch.path().join("about.json"));
        let store = self.backups.0.stores.of(run.tier);
        let handover = Handover::new(store, tenant.id, &identity);
        let unreadable = failed::<HandoverError>("BACKUP_UNREADABLE");
        handover.take(database, &file).await.map_err(unreadable)?;
        handover.take(environment, &about).await.map_err(failed("BACKUP_UNREADABLE"))?;
        let environment: Environment = serde_json::from_slice(&std::fs::read(&about)?)?;
        if environment.id != tenant.id || environment.key.0 != tenant.key {
            return Err(Failed("BACKUP_UNREADABLE", "it is of an environment with another key".to_owned()));
        }
        if !self.bring_files(&tenant, (&asking, &handover), &file).await? {
            return Ok(false);
        }
        if !self.is_moved_on(RestoreState::Restoring).await? {
            return Ok(false);
        }
        self.make_safe(&tenant).await?;
        self.put_back(&tenant, (&file, scratch.path()), &run).await?;
        Ok(true)
    }

    fn scratch(&self) -> Result<TempDir> {
        std::fs::create_dir_all(&self.backups.0.scratch)?;
        Ok(TempDir::new_in(&self.backups.0.scratch)?)
    }

    /// The key made for this, kept sealed for as long as it takes: a server that takes over from one that was killed
    /// opens what that one asked for.
    async fn identity(&self) -> Result<Identity> {
        let (key, id) = (self.app.tenancy.keys().derive_shared(SEALING), self.restore.id.uuid());
        if let Some(sealed) = &self.restore.sealed_identity {
            let plain = tenancy::unseal(&key, id.as_bytes(), &STANDARD.decode(sealed)?)?;
            return Ok(std::str::from_utf8(&plain)?.parse()?);
        }
        let (identity, secret) = Identity::generate();
        let sealed = tenancy::seal(&key, id.as_bytes(), secret.as_bytes(), &SystemRandom)?;
        self.app.tenancy.backups().note_identity(self.restore.id, Some(&STANDARD.encode(sealed))).await?;
        Ok(identity)
    }

    async fn move_on(&self, to: RestoreState) -> Result<(), Failed> {
        self.is_moved_on(to).await.map(drop)
    }

    /// Moves on from whatever state it is in that is not final; false when it was taken back.
    async fn is_moved_on(&self, to: RestoreState) -> Result<bool, Failed> {
        let log = self.app.tenancy.backups();
        let Some(found) = log.find_restore(self.restore.id).await? else { return Ok(false) };
        if found.state.is_final() {
            return Ok(false);
        }
        Ok(log.move_restore((self.restore.id, found.state), to, self.app.domain.now()).await?)
    }

    /// Brings the files that the back-up speaks of and that are not here any more. False when it was taken back.
    async fn bring_files(
        &self,
        tenant: &TenantEntry,
        (asking, handover): (&Asking<'_>, &Handover<'_>),
        file: &Path,
    ) -> Result<bool, Failed> {
        let snapshot = Snapshot::open(file);
        let contents = domain::file::contents(&snapshot).await;
        snapshot.close().await?;
        let blobs = self.app.tenancy.blobs(tenant);
        let mut missing = Vec::new();
        for content in contents? {
            if !blobs.has(&content.blob_name().parse()?).await? {
                missing.push(content);
            }
        }
        if missing.is_empty() {
            return Ok(true);
        }
        let wanted: Vec<Hash> = missing.iter().map(|content| content.sha256).collect();
        let Some(parts) = asking.ask(Wanted::Files(wanted)).await? else { return Ok(false) };
        let scratch = self.scratch()?;
        for (content, part) in missing.iter().zip(&parts) {
            let path = scratch.path().join("file");
            handover.take(part, &path).await.map_err(failed("BACKUP_UNREADABLE"))?;
            if part.plain_sha256 != content.sha256 {
                return Err(Failed("BACKUP_UNREADABLE", format!("{} is another file", content.sha256)));
            }
            let reader = ReaderStream::new(tokio::fs::File::open(&path).await?);
            blobs.put_stream(&content.blob_name().parse()?, reader.boxed()).await?;
            tokio::fs::remove_file(&path).await?;
        }
        if parts.len() == missing.len() {
            Ok(true)
        } else {
            Err(Failed("BACKUP_UNREADABLE", "not all files were handed over".to_owned()))
        }
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

    async fn put_back(
        &self,
        tenant: &TenantEntry,
        (file, scratch): (&Path, &Path),
        run: &BackupRun,
    ) -> Result<(), Failed> {
        let relocation = self.app.tenancy.relocate(tenant).await?;
        let current = scratch.join("current.sqlite");
        let prepared = async {
            relocation.put_up_fence().await?.snapshot_to(&current).await?;
            carry_over(file, &current, (KEPT_TABLES, EMPTIED_TABLES)).await?;
            relocation.load(file, &same_place(relocation.tenant())).await
        };
        let loaded = match prepared.await {
            Ok(loaded) => loaded,
            Err(error) => {
                relocation.abandon().await?;
                return Err(of_loading(error));
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

fn of_loading(error: OpenError) -> Failed {
    let code = if matches!(error, OpenError::Newer { .. }) { "NEWER_VERSION" } else { "INTERNAL" };
    Failed(code, error.to_string())
}

/// Asks the holder of the key.
struct Asking<'a> {
    putting: &'a Putting<'a>,
    place: (BackupTier, u64),
    identity: &'a Identity,
}

impl Asking<'_> {
    /// What was handed over; nothing when it was taken back meanwhile.
    async fn ask(&self, wanted: Wanted) -> Result<Option<Vec<::backup::Part>>, Failed> {
        let Putting { app, backups, restore } = self.putting;
        let store = backups.0.stores.of(self.place.0);
        let now = app.domain.now();
        let about = (restore.id, restore.tenant);
        let request = Request::new(about, self.place, (self.identity.recipient(), wanted), now);
        request.send(store, &signing_key(&app.tenancy)).await?;
        loop {
            match request.answer(store, &backups.0.keeper).await? {
                Some(Handed::Over(parts)) => return Ok(Some(parts)),
                Some(Handed::Refused(reason)) => return Err(Failed("HANDOVER_REFUSED", reason)),
                None => {}
            }
            let found = app.tenancy.backups().find_restore(restore.id).await?;
            if found.is_none_or(|found| found.state.is_final()) {
                return Ok(None);
            }
            if app.domain.now() - now > PATIENCE {
                let text = "nobody handed the back-up over: does the keeper run, with --hand-over?";
                return Err(Failed("HANDOVER_TIMED_OUT", text.to_owned()));
            }
            tokio::time::sleep(LOOK_EVERY.min(backups.0.tick)).await;
        }
    }
}
