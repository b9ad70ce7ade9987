use std::collections::BTreeMap;

use async_graphql::{Enum, ID, Json, Object, SimpleObject};
use chrono::{DateTime, Utc};
use domain::job::{Job, JobError, JobResult};

use crate::error::UserError;

/// What a job does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "JobKind", remote = "domain::job::JobKind")]
pub(crate) enum JobKindName {
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

/// How far a job is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "JobState", remote = "domain::job::JobState")]
pub(crate) enum JobStateName {
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

/// Long work.
pub(crate) struct JobObject(pub Job);

/// Long work of the viewer's: an export or an import.
#[Object(name = "Job")]
impl JobObject {
    /// Global id.
    pub(crate) async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// What it does.
    async fn kind(&self) -> JobKindName {
        self.0.kind.into()
    }

    /// How far it is.
    async fn state(&self) -> JobStateName {
        self.0.state.into()
    }

    /// When it was asked for.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }

    /// When it ended.
    async fn finished_at(&self) -> Option<DateTime<Utc>> {
        self.0.finished_at
    }

    /// Units of work done.
    async fn done(&self) -> i64 {
        self.0.done
    }

    /// Units in all, when known.
    async fn total(&self) -> Option<i64> {
        self.0.total
    }

    /// Path of the file to download; null while there is none.
    async fn download_url(&self) -> Option<String> {
        matches!(self.0.result, Some(JobResult::File { .. })).then(|| format!("/downloads/{}", self.0.id))
    }

    /// What the file is called.
    async fn file_name(&self) -> Option<&str> {
        match &self.0.result {
            Some(JobResult::File { name, .. }) => Some(name),
            _ => None,
        }
    }

    /// Why it failed.
    async fn errors(&self) -> Vec<UserError> {
        self.0.errors.iter().cloned().map(UserError::from).collect()
    }

    /// What an import did.
    async fn import_summary(&self) -> Option<ImportSummary> {
        match &self.0.result {
            Some(JobResult::Import { form_key, created, updated, unchanged }) => Some(ImportSummary {
                form_key: form_key.clone(),
                created: *created,
                updated: *updated,
                unchanged: *unchanged,
            }),
            _ => None,
        }
    }
}

impl From<JobError> for UserError {
    fn from(error: JobError) -> Self {
        let params: BTreeMap<String, String> = error.params;
        Self { code: error.code, path: error.path, params: Json(params) }
    }
}

/// What an import did.
#[derive(SimpleObject)]
pub(crate) struct ImportSummary {
    /// Key of the register.
    form_key: String,
    /// Records made.
    created: u64,
    /// Records changed.
    updated: u64,
    /// Records that were already so.
    unchanged: u64,
}
