//! Exports and imports as jobs: a bounded number at a time, with progress and cancel.

use std::{
    collections::HashMap,
    convert::Infallible,
    ops::ControlFlow,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, AtomicI64, Ordering},
    },
    time::Duration,
};

use domain::{
    Ctx, audit, file,
    job::{self, Job, JobError, JobKind, JobResult, JobState, NewJob, Outcome},
    upload,
};
use kernel::{Actor, Error, JobId, Page, PageRequest, Result};
use tenancy::TenantBlobs;
use tokio::sync::Semaphore;

use crate::{
    AuditExportRequest, DossierRequest, ExportRequest, Work,
    archive::{self, ArchiveRequest},
    audit_log, dossier, importing,
    importing::ImportRequest,
    make,
    work::blob_name,
};

/// How often progress goes to the database.
const REPORT_EVERY: Duration = Duration::from_secs(2);
/// How many jobs one server keeps, running and waiting.
const MAX_JOBS: usize = 200;

/// The jobs of one server. Cheap to clone.
#[derive(Clone)]
pub struct Jobs {
    permits: Arc<Semaphore>,
    live: Arc<Mutex<HashMap<JobId, Arc<Live>>>>,
}

/// A job at work on this server. An import holds the environment's one write transaction until it is
/// done, so its progress can only be told from memory.
#[derive(Default)]
pub(crate) struct Live {
    done: AtomicI64,
    total: AtomicI64,
    is_cancelled: AtomicBool,
}

impl Live {
    /// Notes progress; `Break` when the job is to stop.
    pub(crate) fn report(&self, done: u64, total: Option<u64>) -> ControlFlow<()> {
        let units = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        self.done.store(units(done), Ordering::Relaxed);
        self.total.store(total.map_or(-1, units), Ordering::Relaxed);
        if self.is_cancelled.load(Ordering::Relaxed) {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }

    fn progress(&self) -> (i64, Option<i64>) {
        let total = self.total.load(Ordering::Relaxed);
        (self.done.load(Ordering::Relaxed), (total >= 0).then_some(total))
    }
}

impl Jobs {
    /// At most `at_once` jobs run at the same time; the rest wait for their turn.
    #[must_use]
    pub fn new(at_once: usize) -> Self {
        Self { permits: Arc::new(Semaphore::new(at_once)), live: Arc::default() }
    }

    /// Queues an export.
    pub async fn start_export(&self, work: Work, request: ExportRequest) -> Result<Job> {
        make::check(&work, &request).await?;
        let details = serde_json::json!({"form": request.form_key, "format": request.format.extension()});
        let new = NewJob { kind: JobKind::Export, input: details.clone(), audit: details };
        self.start(work, new, |work, job, live| async move { make::run(&work, &job, request, live).await })
            .await
    }

    /// Queues a PDF of one record with everything that hangs on it.
    pub async fn start_dossier(&self, work: Work, request: DossierRequest) -> Result<Job> {
        let details = dossier::check(&work, &request).await?;
        let new = NewJob { kind: JobKind::RecordExport, input: details.clone(), audit: details };
        self.start(
            work,
            new,
            |work, job, live| async move { dossier::run(&work, &job, (request, live)).await },
        )
        .await
    }

    /// Queues an import.
    pub async fn start_import(&self, work: Work, request: ImportRequest) -> Result<Job> {
        importing::check(&work, &request).await?;
        let details = serde_json::json!({"form": request.form_key, "upload": request.upload_id, "sheet": request.sheet});
        let new = NewJob { kind: JobKind::Import, input: details.clone(), audit: details };
        self.start(work, new, |work, _, live| async move { importing::run(&work, &request, &live).await })
            .await
    }

    /// Queues an export of the audit log.
    pub async fn start_audit_export(&self, work: Work, request: AuditExportRequest) -> Result<Job> {
        audit_log::check(&work, &request).await?;
        let details = serde_json::json!({"format": request.format.extension()});
        let new = NewJob { kind: JobKind::AuditExport, input: details.clone(), audit: details };
        self.start(
            work,
            new,
            |work, job, live| async move { audit_log::run(&work, &job, request, live).await },
        )
        .await
    }

    /// Queues an archive of the whole environment.
    pub async fn start_archive(&self, work: Work, request: ArchiveRequest) -> Result<Job> {
        let granted = archive::check(&work, request)?;
        let details = granted.details();
        let new = NewJob { kind: JobKind::Archive, input: details.clone(), audit: details };
        // The key is in memory alone: with the server that held it, the job ends.
        self.start(
            work,
            new,
            |work, job, live| async move { archive::run(&work, &job, (granted, live)).await },
        )
        .await
    }

    /// Queues a check of the whole audit log.
    pub async fn start_audit_verification(&self, work: Work) -> Result<Job> {
        let nothing = serde_json::json!({});
        let new = NewJob { kind: JobKind::AuditVerification, input: nothing.clone(), audit: nothing };
        self.start(work, new, |work, _, live| async move {
            let found = audit::verify(&work.ctx, |done, total| live.report(done, Some(total))).await?;
            Ok(found.map(|found| JobResult::Verification {
                seq: found.seq.unsigned_abs(),
                is_intact: found.problem.is_none(),
            }))
        })
        .await
    }

    /// The actor's own job, with progress to the moment when it runs here.
    pub async fn get(&self, ctx: &Ctx, id: JobId) -> Result<Job> {
        Ok(self.as_live(job::get(ctx, id).await?))
    }

    /// The actor's own jobs, newest first.
    pub async fn list(&self, ctx: &Ctx, page: &PageRequest) -> Result<Page<Job>> {
        Ok(job::list(ctx, page).await?.map(|job| self.as_live(job)))
    }

    /// Asks the actor's own job to stop.
    pub async fn cancel(&self, ctx: &Ctx, id: JobId) -> Result<Job> {
        let job = self.get(ctx, id).await?;
        let live = self.live().get(&id).cloned();
        match live {
            Some(live) => {
                live.is_cancelled.store(true, Ordering::Relaxed);
                Ok(job)
            }
            None => job::cancel(ctx, id).await,
        }
    }

    /// Stops everything and waits until it has stopped, at most ten seconds.
    pub async fn shut_down(&self) {
        for live in self.live().values() {
            live.is_cancelled.store(true, Ordering::Relaxed);
        }
        for _ in 0..100 {
            if self.live().is_empty() {
                return;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }

    fn live(&self) -> MutexGuard<'_, HashMap<JobId, Arc<Live>>> {
        self.live.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn as_live(&self, mut job: Job) -> Job {
        let live = self.live().get(&job.id).cloned();
        if let Some(live) = live.filter(|_| job.finished_at.is_none()) {
            (job.done, job.total) = live.progress();
            job.errors.clear();
            job.state =
                if job.done > 0 || job.total.is_some() { JobState::Running } else { JobState::Queued };
        }
        job
    }

    async fn start<F, R>(&self, work: Work, new: NewJob, run: F) -> Result<Job>
    where
        F: FnOnce(Work, Job, Arc<Live>) -> R + Send + 'static,
        R: Future<Output = Result<Option<JobResult>>> + Send,
    {
        if self.live().len() >= MAX_JOBS {
            return Err(Error::Unavailable("all places for jobs are taken"));
        }
        let job = job::create(&work.ctx, new).await?;
        let live = Arc::new(Live { total: AtomicI64::new(-1), ..Live::default() });
        self.live().insert(job.id, Arc::clone(&live));
        let (jobs, queued) = (self.clone(), job.clone());
        tokio::spawn(async move {
            let (ctx, blobs, id) = (work.ctx.clone(), work.blobs.clone(), queued.id);
            let outcome = {
                let _permit = jobs.permits.acquire().await;
                let running = run(work, queued.clone(), Arc::clone(&live));
                with_reports(&ctx, &queued, &live, running).await
            };
            if let Err(error) = job::finish(&ctx, id, outcome).await {
                tracing::error!(%id, %error, "a job's end could not be written");
            }
            jobs.live().remove(&id);
            if let Err(error) = tidy(&ctx, &blobs).await {
                tracing::warn!(%error, "old uploads and exports could not be deleted");
            }
        });
        Ok(job)
    }
}

/// Deletes the files of uploads and exports that are past their time.
async fn tidy(ctx: &Ctx, blobs: &TenantBlobs) -> Result<()> {
    let system = ctx.acting_as(Actor::System, ctx.locale());
    let mut names = upload::forget_expired(&system).await?;
    names.extend(job::forget_old_files(&system).await?);
    names.extend(file::forget_unheld(&system).await?);
    for name in names {
        blobs.delete(&blob_name(&name)?).await?;
    }
    Ok(())
}

/// Runs a job to its end, writing down its progress and listening for a cancel from elsewhere.
async fn with_reports(
    ctx: &Ctx,
    job: &Job,
    live: &Live,
    running: impl Future<Output = Result<Option<JobResult>>>,
) -> Outcome {
    // An import holds the only write transaction; a report would wait for its end.
    let ended = match job.kind {
        JobKind::Import => running.await,
        _ => beside_reports(running, || write_progress(ctx, job, live)).await,
    };
    // The last step lies between two reports, and would never be told.
    write_progress(ctx, job, live).await;
    outcome(job, ended)
}

/// Does `work` to its end and reports again and again meanwhile: beside it, never in turns with it, as a report may
/// wait for what the work holds.
async fn beside_reports<T, R: Future<Output = ()>>(
    work: impl Future<Output = T>,
    report: impl Fn() -> R,
) -> T {
    tokio::select! {
        done = work => done,
        never = again_and_again(report) => match never {},
    }
}

async fn again_and_again<R: Future<Output = ()>>(report: impl Fn() -> R) -> Infallible {
    let mut ticks = tokio::time::interval(REPORT_EVERY);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        report().await;
    }
}

async fn write_progress(ctx: &Ctx, job: &Job, live: &Live) {
    let (done, total) = live.progress();
    match job::report(ctx, job.id, done, total).await {
        Ok(is_cancelled) => drop(live.is_cancelled.fetch_or(is_cancelled, Ordering::Relaxed)),
        Err(error) => tracing::warn!(id = %job.id, %error, "progress could not be written"),
    }
}

fn outcome(job: &Job, ended: Result<Option<JobResult>>) -> Outcome {
    match ended {
        Ok(Some(result)) => Outcome::Succeeded(result),
        Ok(None) => Outcome::Cancelled,
        Err(Error::Invalid(errors)) => Outcome::Failed(errors.0.into_iter().map(job_error).collect()),
        Err(error) => {
            tracing::error!(id = %job.id, %error, cause = ?std::error::Error::source(&error), "a job failed");
            let code = match error {
                Error::NotFound => "NOT_FOUND",
                Error::Forbidden | Error::Unauthenticated => "FORBIDDEN",
                _ => "JOB_FAILED",
            };
            Outcome::Failed(vec![JobError { code: code.to_owned(), path: Vec::new(), params: [].into() }])
        }
    }
}

pub(crate) fn job_error(error: kernel::UserError) -> JobError {
    let params = error.params.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    JobError { code: error.code.to_owned(), path: error.path, params }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn work_goes_on_while_a_report_waits_for_what_it_holds() {
        let turn = Semaphore::new(1);
        let (reports, missed) = (AtomicI64::new(0), AtomicI64::new(0));
        let work = async {
            for _ in 0..3 {
                let _held = turn.acquire().await.unwrap();
                tokio::time::sleep(REPORT_EVERY * 2).await;
            }
        };
        let report = || async {
            let count = match tokio::time::timeout(REPORT_EVERY * 3, turn.acquire()).await {
                Ok(_) => &reports,
                Err(_) => &missed,
            };
            count.fetch_add(1, Ordering::Relaxed);
        };
        beside_reports(work, report).await;
        assert_eq!(missed.into_inner(), 0);
        assert!(reports.into_inner() >= 2);
    }
}
