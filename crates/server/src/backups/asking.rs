//! A back-up on its way back to the server, which cannot open it itself.

use std::path::Path;

use ::backup::{
    Environment, Handed, Handover, HandoverError, Identity, Part, Request, Wanted, scratch_folder,
};
use anyhow::{Context, Result, anyhow};
use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::TimeDelta;
use futures::StreamExt;
use kernel::SystemRandom;
use ledger::Hash;
use tenancy::{BackupTier, Restore, RestoreState, Snapshot, TenantEntry};
use tokio_util::io::ReaderStream;

use super::{Backups, signing_key};
use crate::App;

/// What identities made for one restore are sealed with.
const SEALING: &str = "identities of restores";
/// How long the holder of the key may take.
const PATIENCE: TimeDelta = TimeDelta::hours(1);
/// How often is looked whether something was handed over, and a sign of life given.
pub(super) const LOOK_EVERY: std::time::Duration = std::time::Duration::from_secs(2);

/// Why nothing came of it: a code for the client's sentences, and what the operator reads.
#[derive(Debug)]
pub(super) struct Failed(pub &'static str, pub String);

impl<E: std::fmt::Display> From<E> for Failed {
    fn from(error: E) -> Self {
        Self("INTERNAL", format!("{error:#}"))
    }
}

fn unreadable<E: std::fmt::Display>(error: E) -> Failed {
    Failed("BACKUP_UNREADABLE", format!("{error:#}"))
}

/// Asks the holder of the key for a back-up.
pub(super) struct Asking<'a> {
    app: &'a App,
    backups: &'a Backups,
    restore: &'a Restore,
    place: (BackupTier, u64),
    identity: Identity,
}

impl<'a> Asking<'a> {
    pub(super) async fn begin(
        app: &'a App,
        backups: &'a Backups,
        restore: &'a Restore,
    ) -> Result<Self, Failed> {
        let log = app.tenancy.backups();
        let run = log.find(restore.backup).await?.ok_or_else(|| anyhow!("the back-up is not known"))?;
        let sequence = run.made.ok_or_else(|| anyhow!("the back-up was not made"))?.sequence;
        let identity = identity(app, restore).await?;
        Ok(Self { app, backups, restore, place: (run.tier, sequence), identity })
    }

    /// Fetches the database. False when it was taken back meanwhile.
    pub(super) async fn database(&self, tenant: &TenantEntry, file: &Path) -> Result<bool, Failed> {
        let Some(parts) = self.ask(Wanted::Database).await? else { return Ok(false) };
        self.take_database(tenant, (&parts, file)).await?;
        Ok(true)
    }

    /// Fetches the database when it was handed over before; false when it was not.
    pub(super) async fn database_again(&self, tenant: &TenantEntry, file: &Path) -> Result<bool, Failed> {
        let Some(parts) = self.answer(&self.request(Wanted::Database)).await? else { return Ok(false) };
        self.take_database(tenant, (&parts, file)).await?;
        Ok(true)
    }

    async fn take_database(
        &self,
        tenant: &TenantEntry,
        (parts, file): (&[Part], &Path),
    ) -> Result<(), Failed> {
        let [database, environment] = parts else {
            return Err(Failed("HANDOVER_REFUSED", "two parts were expected".to_owned()));
        };
        let about = file.with_extension("json");
        let handover = self.handover();
        handover.take(database, file).await.map_err(unreadable)?;
        handover.take(environment, &about).await.map_err(unreadable)?;
        let environment: Environment = serde_json::from_slice(&tokio::fs::read(&about).await?)?;
        tokio::fs::remove_file(&about).await?;
        if environment.id != tenant.id || environment.key.0 != tenant.key {
            return Err(unreadable("it is of an environment with another key"));
        }
        Ok(())
    }

    /// Brings the files that the back-up speaks of and that are not here any more. False when it was taken back.
    pub(super) async fn files(&self, tenant: &TenantEntry, file: &Path) -> Result<bool, Failed> {
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
        let Some(parts) = self.ask(Wanted::Files(wanted)).await? else { return Ok(false) };
        let scratch = scratch_folder(&self.backups.0.scratch).await?;
        for (content, part) in missing.iter().zip(&parts) {
            let path = scratch.path().join("file");
            self.handover().take(part, &path).await.map_err(unreadable)?;
            if part.plain_sha256 != content.sha256 {
                return Err(unreadable(format!("{} is another file", content.sha256)));
            }
            let reader = ReaderStream::new(tokio::fs::File::open(&path).await?);
            blobs.put_stream(&content.blob_name().parse()?, reader.boxed()).await?;
            tokio::fs::remove_file(&path).await?;
        }
        if parts.len() == missing.len() {
            Ok(true)
        } else {
            Err(unreadable("not all files were handed over"))
        }
    }

    fn handover(&self) -> Handover<'_> {
        Handover::new(self.backups.0.stores.of(self.place.0), self.restore.tenant, &self.identity)
    }

    fn request(&self, wanted: Wanted) -> Request {
        let about = (self.restore.id, self.restore.tenant);
        Request::new(about, self.place, (self.identity.recipient(), wanted), self.app.domain.now())
    }

    /// What was handed over; nothing when it was taken back meanwhile.
    async fn ask(&self, wanted: Wanted) -> Result<Option<Vec<Part>>, Failed> {
        let Self { app, backups, restore, .. } = self;
        let request = self.request(wanted);
        request.send(backups.0.stores.of(self.place.0), &signing_key(&app.tenancy)).await?;
        loop {
            if let Some(parts) = self.answer(&request).await? {
                return Ok(Some(parts));
            }
            let found = app.tenancy.backups().find_restore(restore.id).await?;
            if found.is_none_or(|found| found.state.is_final()) {
                return Ok(None);
            }
            if app.domain.now() - request.at > PATIENCE {
                let text = "nobody handed the back-up over: does the keeper run, with --hand-over?";
                return Err(Failed("HANDOVER_TIMED_OUT", text.to_owned()));
            }
            tokio::time::sleep(LOOK_EVERY.min(backups.0.tick)).await;
        }
    }

    async fn answer(&self, request: &Request) -> Result<Option<Vec<Part>>, Failed> {
        let answer = request.answer(self.backups.0.stores.of(self.place.0), &self.backups.0.keeper).await;
        match answer.map_err(|error: HandoverError| Failed::from(error))? {
            Some(Handed::Over(parts)) => Ok(Some(parts)),
            Some(Handed::Refused(reason)) => Err(Failed("HANDOVER_REFUSED", reason)),
            None => Ok(None),
        }
    }
}

/// The key made for this, kept sealed for as long as it takes: a server that takes over from one that was killed
/// opens what that one asked for.
async fn identity(app: &App, restore: &Restore) -> Result<Identity> {
    let (key, id) = (app.tenancy.keys().derive_shared(SEALING), restore.id.uuid());
    let log = app.tenancy.backups();
    let known = log.find_restore(restore.id).await?.context("it is gone")?;
    if let Some(sealed) = &known.sealed_identity {
        let plain = tenancy::unseal(&key, id.as_bytes(), &STANDARD.decode(sealed)?)?;
        return Ok(std::str::from_utf8(&plain)?.parse()?);
    }
    let (identity, secret) = Identity::generate();
    let sealed = tenancy::seal(&key, id.as_bytes(), secret.as_bytes(), &SystemRandom)?;
    log.note_identity(restore.id, Some(&STANDARD.encode(sealed))).await?;
    Ok(identity)
}

/// Moves on from whatever state it is in that is not final; false when it was taken back.
pub(super) async fn is_moved_on(app: &App, restore: &Restore, to: RestoreState) -> Result<bool, Failed> {
    let log = app.tenancy.backups();
    let Some(found) = log.find_restore(restore.id).await? else { return Ok(false) };
    if found.state.is_final() {
        return Ok(false);
    }
    Ok(log.move_restore((restore.id, found.state), to, app.domain.now()).await?)
}
