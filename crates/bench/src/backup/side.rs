//! One side of the comparison, in a process of its own: what it took, and the most memory it ever had.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
    time::Instant,
};

use ::backup::{
    Backup, Identity, Progress, Prover, Recipients, SignedManifest, Source, Store, Tier, Workshop, make,
    prove,
};
use anyhow::{Context, Result};
use domain::Domain;
use kernel::{SystemClock, SystemRandom};
use serde::{Deserialize, Serialize};
use server::{App, Canary, backup_key};
use tenancy::TenantEntry;

use super::plain;
use crate::engine::{DatabaseAddress, Residence};

/// What is to be done.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Work {
    /// What it is compared with.
    Plain,
    /// A back-up, and one more, for which nothing but the database is new.
    Make,
    /// The proof of the first of them.
    Prove,
}

/// One side.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Job {
    pub(super) work: Work,
    pub(super) residence: Residence,
    pub(super) database: DatabaseAddress,
    /// A folder with plain copies of all files.
    pub(super) files: PathBuf,
    /// Where to work. The store is in it.
    pub(super) folder: PathBuf,
    pub(super) recipients: Vec<String>,
    pub(super) secret: String,
}

/// What came of it.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
pub(crate) struct Done {
    pub(super) seconds: f64,
    /// The most memory the process ever had.
    pub(super) peak_kib: u64,
    /// Bytes that lie in the store, or those in it when it was opened.
    pub(super) bytes: u64,
    /// Seconds of a back-up for which nothing but the database is new.
    pub(super) again: f64,
}

/// Does it, in this process.
pub(crate) async fn run(job: Job) -> Result<Done> {
    match job.work {
        Work::Plain => {
            let folder = job.folder.join("plain");
            let begin = Instant::now();
            let bytes = plain::run(&job.database, &job.files, (&folder, &job.recipients)).await?;
            let seconds = begin.elapsed().as_secs_f64();
            fs::remove_dir_all(folder)?;
            Ok(Done { seconds, bytes, peak_kib: peak()?, again: 0.0 })
        }
        Work::Make => Box::pin(with_app(&job, async |app, tenant| made(&job, app, tenant).await)).await,
        Work::Prove => Box::pin(with_app(&job, async |app, tenant| proven(&job, app, tenant).await)).await,
    }
}

async fn with_app(job: &Job, work: impl AsyncFnOnce(&App, &TenantEntry) -> Result<Done>) -> Result<Done> {
    let app = Box::pin(App::start(job.residence.settings()?.tenancy()?)).await?;
    let tenant = environment(&app).await?;
    let done = Box::pin(work(&app, &tenant)).await;
    app.close().await;
    done
}

/// The environment of the measurements, which is the only one in its place.
pub(super) async fn environment(app: &App) -> Result<TenantEntry> {
    let tenants = app.tenancy.list_tenants().await?;
    tenants.into_iter().next().context("there is no environment")
}

async fn made(job: &Job, app: &App, tenant: &TenantEntry) -> Result<Done> {
    fs::remove_dir_all(job.store()).ok();
    let store = Store::folder(Tier::Hot, &job.store())?;
    let recipients = Recipients::parse(job.recipients.iter().map(String::as_str))?;
    let begin = Instant::now();
    let made = make_one(app, tenant, (&store, &recipients, &job.folder)).await?;
    let seconds = begin.elapsed().as_secs_f64();
    let peak_kib = peak()?;
    let begin = Instant::now();
    make_one(app, tenant, (&store, &recipients, &job.folder)).await?;
    let manifest = &made.manifest;
    let bytes = manifest.database.bytes + manifest.files.total_bytes + manifest.files.bytes;
    Ok(Done { seconds, peak_kib, bytes, again: begin.elapsed().as_secs_f64() })
}

/// Makes one back-up of an environment.
pub(super) async fn make_one(
    app: &App,
    tenant: &TenantEntry,
    (store, recipients, scratch): (&Store, &Recipients, &Path),
) -> Result<SignedManifest> {
    let db = Box::pin(app.tenancy.open(tenant)).await?;
    let blobs = app.tenancy.blobs(tenant);
    let source = Source { tenant, db: &db, blobs: &blobs, scratch };
    let (key, progress) = (backup_key(&app.tenancy), Progress::default());
    let (clock, random) = (&SystemClock, &SystemRandom);
    let workshop = Workshop { recipients, key: &key, clock, random, progress: &progress };
    Ok(Box::pin(make(source, store, &workshop)).await?)
}

async fn proven(job: &Job, app: &App, tenant: &TenantEntry) -> Result<Done> {
    let store = Store::folder(Tier::Hot, &job.store())?;
    let key = backup_key(&app.tenancy).public();
    let identity: Identity = job.secret.parse()?;
    let domain = Domain::new(Arc::new(SystemClock), Arc::new(SystemRandom));
    let examiner = Canary::new()?;
    let prover = Prover { identity: &identity, scratch: &job.folder, domain: &domain, examiner: &examiner };
    let begin = Instant::now();
    let backup = Backup::find(&store, (tenant.id, 1), &key).await?;
    let proof = Box::pin(prove(&backup, &prover)).await?;
    let seconds = begin.elapsed().as_secs_f64();
    Ok(Done { seconds, peak_kib: peak()?, bytes: proof.database_bytes + proof.file_bytes, again: 0.0 })
}

impl Job {
    fn store(&self) -> PathBuf {
        self.folder.join("store")
    }
}

/// The most memory this process ever had, as the kernel counts it.
fn peak() -> Result<u64> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).context("no memory is told")?;
    Ok(line.trim().trim_end_matches(" kB").parse()?)
}
