//! Long work: exports and imports with progress, cancel and a result.

mod entity;
mod repo;

use kernel::{Actor, Error, Instant, JobId, Page, PageRequest, Result, UserId};
use serde::{Deserialize, Serialize};

use crate::{
    Ctx, Permission,
    audit::{self, AuditEntry},
    text::holds_nul,
};

/// Without a sign of life for this long, in seconds, running work is taken for dead.
pub const DEAD_AFTER_SECONDS: i64 = 60;

/// Long work.
#[derive(Debug, Clone, PartialEq)]
pub struct Job {
    /// Which.
    pub id: JobId,
    /// What it does.
    pub kind: JobKind,
    /// How far it is.
    pub state: JobState,
    /// Who asked for it; nobody else sees it.
    pub created_by: UserId,
    /// When it was asked for.
    pub created_at: Instant,
    /// When it ended.
    pub finished_at: Option<Instant>,
    /// Units done.
    pub done: i64,
    /// Units in all, when known.
    pub total: Option<i64>,
    /// What was asked for.
    pub input: serde_json::Value,
    /// What came of it.
    pub result: Option<JobResult>,
    /// Why it failed: codes and figures for the client's sentences.
    pub errors: Vec<JobError>,
    /// The last sign of life.
    pub heartbeat_at: Option<Instant>,
}

/// What a job does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JobKind {
    /// Makes a file of a register.
    Export,
    /// Makes a file of one record.
    RecordExport,
    /// Reads a workbook into a register.
    Import,
    /// Makes a file of the audit log.
    AuditExport,
    /// Checks the chain of the audit log.
    AuditVerification,
    /// Makes one file of everything the environment holds.
    Archive,
}

impl JobKind {
    /// All kinds.
    pub const ALL: [Self; 6] = [
        Self::Export,
        Self::RecordExport,
        Self::Import,
        Self::AuditExport,
        Self::AuditVerification,
        Self::Archive,
    ];

    const fn permission(self) -> Permission {
        match self {
            Self::Export => Permission::Export,
            // Whoever sees a record may take it along: who sees which is asked when it is made.
            Self::RecordExport => Permission::Enter,
            Self::Import => Permission::Import,
            Self::AuditExport | Self::AuditVerification => Permission::ReadAuditLog,
            Self::Archive => Permission::TakeArchive,
        }
    }

    /// What the audit log says when one is asked for.
    const fn requested(self) -> &'static str {
        match self {
            Self::Export => "export.requested",
            Self::RecordExport => "record_export.requested",
            Self::Import => "import.requested",
            Self::AuditExport => "audit_export.requested",
            Self::AuditVerification => "audit_verification.requested",
            Self::Archive => "archive.requested",
        }
    }

    /// What the audit log says when it has its result.
    const fn succeeded(self) -> &'static str {
        match self {
            Self::Archive => "archive.succeeded",
            _ => "job.succeeded",
        }
    }

    /// What the audit log says when its file is fetched.
    const fn downloaded(self) -> &'static str {
        match self {
            Self::Archive => "archive.downloaded",
            _ => "export.downloaded",
        }
    }
}

/// How far a job is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JobState {
    /// Waits for its turn.
    Queued,
    /// Is at work.
    Running,
    /// Has its result.
    Succeeded,
    /// Ended without one.
    Failed,
    /// Was stopped by its maker and left nothing.
    Cancelled,
}

impl JobState {
    /// True when nothing more will happen.
    #[must_use]
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Succeeded | Self::Failed | Self::Cancelled)
    }
}

/// What came of a job.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JobResult {
    /// A file to download, kept as a blob with the job's id as its name.
    File {
        /// What the file is called.
        name: String,
        /// Its media type.
        media_type: String,
    },
    /// Records were written.
    Import {
        /// Key of the register.
        form_key: String,
        /// Made.
        created: u64,
        /// Changed.
        updated: u64,
        /// Already so.
        unchanged: u64,
    },
    /// A chain was checked; what was found is told with the chain.
    Verification {
        /// The last event that was found sound.
        seq: u64,
        /// Whether all was.
        is_intact: bool,
    },
}

/// One reason why a job failed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobError {
    /// A key of the client's sentences.
    pub code: String,
    /// Where, from the outside in.
    pub path: Vec<String>,
    /// Figures for the sentence.
    pub params: std::collections::BTreeMap<String, String>,
}

impl Job {
    /// The name of the blob that holds an export.
    #[must_use]
    pub fn blob_name(&self) -> String {
        format!("exports/{}", self.id)
    }
}

/// A job to be queued.
#[derive(Debug, Clone)]
pub struct NewJob {
    /// What it does.
    pub kind: JobKind,
    /// What is asked for.
    pub input: serde_json::Value,
    /// What the audit log shall tell of it.
    pub audit: serde_json::Value,
}

/// Queues a job of the actor's.
pub async fn create(ctx: &Ctx, new: NewJob) -> Result<Job> {
    ctx.require(new.kind.permission())?;
    if holds_nul(&new.input) {
        return Err(Error::bad_request("input", "holds a NUL character"));
    }
    let job = Job {
        id: JobId::generate(ctx.clock(), ctx.random()),
        kind: new.kind,
        state: JobState::Queued,
        created_by: owner(ctx)?,
        created_at: ctx.now(),
        finished_at: None,
        done: 0,
        total: None,
        input: new.input,
        result: None,
        errors: Vec::new(),
        heartbeat_at: Some(ctx.now()),
    };
    ctx.write(async |tx| {
        repo::insert(tx, &job).await?;
        let entry = AuditEntry::about(job.kind.requested(), job.id).with(new.audit.clone());
        audit::record(ctx, tx, entry).await
    })
    .await?;
    Ok(job)
}

/// The actor's own job. One that gave no sign of life for a minute is told as failed.
pub async fn get(ctx: &Ctx, id: JobId) -> Result<Job> {
    let owner = owner(ctx)?;
    let job = repo::find(ctx, id).await?.filter(|job| job.created_by == owner).ok_or(Error::NotFound)?;
    Ok(as_seen(ctx, job))
}

/// The actor's own jobs, newest first.
pub async fn list(ctx: &Ctx, page: &PageRequest) -> Result<Page<Job>> {
    let jobs = repo::list(ctx, owner(ctx)?, page).await?;
    Ok(jobs.map(|job| as_seen(ctx, job)))
}

/// Asks the actor's own job to stop; it does at its next report.
pub async fn cancel(ctx: &Ctx, id: JobId) -> Result<Job> {
    let job = get(ctx, id).await?;
    if job.state.is_final() {
        return Err(Error::invalid("ALREADY_FINISHED", &["id"]));
    }
    ctx.write(async |tx| {
        repo::request_cancel(tx, id).await?;
        audit::record(ctx, tx, AuditEntry::about("job.cancel_requested", id)).await
    })
    .await?;
    get(ctx, id).await
}

/// Notes progress and a sign of life of a job that has not ended; true when it is to stop. For the
/// one who does the work.
pub async fn report(ctx: &Ctx, id: JobId, done: i64, total: Option<i64>) -> Result<bool> {
    ctx.write(async |tx| repo::report(ctx, tx, (id, done, total)).await).await?;
    repo::is_cancel_requested(ctx, id).await
}

/// How a job ended.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// With a result.
    Succeeded(JobResult),
    /// Without one.
    Failed(Vec<JobError>),
    /// Stopped by its maker.
    Cancelled,
}

/// Ends a job, once: not found when it has ended already. For the one who does the work.
pub async fn finish(ctx: &Ctx, id: JobId, outcome: Outcome) -> Result<()> {
    let kind = repo::find(ctx, id).await?.ok_or(Error::NotFound)?.kind;
    ctx.write(async |tx| {
        repo::finish(ctx, tx, id, &outcome).await?;
        let (action, details) = match &outcome {
            Outcome::Succeeded(result) => (kind.succeeded(), serde_json::json!(result)),
            Outcome::Failed(errors) => ("job.failed", serde_json::json!({ "errors": errors })),
            Outcome::Cancelled => ("job.cancelled", serde_json::json!({})),
        };
        audit::record(ctx, tx, AuditEntry::about(action, id).with(details)).await
    })
    .await
}

/// How long the file of an export is kept, in hours.
const FILE_LIFETIME_HOURS: i64 = 24;

/// Forgets the files of old exports, at most a hundred, and names their blobs so that they can be
/// deleted. System only.
pub async fn forget_old_files(ctx: &Ctx) -> Result<Vec<String>> {
    if ctx.actor() != Actor::System {
        return Err(Error::Forbidden);
    }
    let before = ctx.now() - chrono::Duration::hours(FILE_LIFETIME_HOURS);
    let old = repo::finished_exports(ctx, before).await?;
    if !old.is_empty() {
        let ids: Vec<JobId> = old.iter().map(|job| job.id).collect();
        ctx.write(async |tx| repo::forget_results(tx, &ids).await).await?;
    }
    Ok(old.iter().map(Job::blob_name).collect())
}

/// Notes that the actor fetched the file of a job of theirs.
pub async fn note_download(ctx: &Ctx, id: JobId) -> Result<()> {
    let action = get(ctx, id).await?.kind.downloaded();
    ctx.write(async |tx| audit::record(ctx, tx, AuditEntry::about(action, id)).await).await
}

fn as_seen(ctx: &Ctx, mut job: Job) -> Job {
    let silent = job.heartbeat_at.is_none_or(|at| (ctx.now() - at).num_seconds() > DEAD_AFTER_SECONDS);
    if !job.state.is_final() && silent {
        job.state = JobState::Failed;
        job.errors = vec![JobError { code: "INTERRUPTED".into(), path: vec![], params: [].into() }];
    }
    job
}

fn owner(ctx: &Ctx) -> Result<UserId> {
    ctx.actor().user_id().ok_or(Error::Unauthenticated)
}
