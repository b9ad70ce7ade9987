use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use export::AuditExportRequest;
use kernel::Locale;

use super::{
    exchange::{ExportFormat, JobPayload, job_payload},
    work,
};
use crate::{
    error::{Result, UserError, outcome},
    scope::Shared,
    types::{AuditFilterInput, LocaleName, person},
};

/// The audit log as filtered, to be made into a file.
#[derive(InputObject)]
struct StartAuditExportInput {
    /// Which events; all unless given.
    filter: Option<AuditFilterInput>,
    /// The kind of file.
    format: ExportFormat,
    /// The file's language; the viewer's unless given.
    locale: Option<LocaleName>,
}

/// Who is to be erased.
#[derive(InputObject)]
struct ErasePersonInput {
    /// An id of the user or of their account.
    id: ID,
}

/// What came of erasing somebody.
#[derive(SimpleObject)]
struct ErasePersonPayload {
    /// What the user can mend.
    user_errors: Vec<UserError>,
}

#[derive(Default)]
pub(super) struct AuditMutation;

#[Object]
impl AuditMutation {
    /// Checks the whole chain now, as a job; what is found is told by `auditChain`. Needs `canReadAuditLog`.
    async fn verify_audit_chain(&self, cx: &Context<'_>) -> Result<JobPayload> {
        job_payload(cx.services().jobs.start_audit_verification(work(cx)).await)
    }

    /// Begins making a file of the audit log as filtered; follow the job. Needs `canReadAuditLog`.
    async fn start_audit_export(&self, cx: &Context<'_>, input: StartAuditExportInput) -> Result<JobPayload> {
        let request = AuditExportRequest {
            format: input.format.into(),
            filter: input.filter.unwrap_or_default().into_filter()?,
            locale: input.locale.map_or_else(|| cx.scope().ctx.locale(), Locale::from),
        };
        job_payload(cx.services().jobs.start_audit_export(work(cx), request).await)
    }

    /// Erases what is personal of somebody who was archived, for good: name, login and mail address, and what
    /// the audit log holds of them. For administrators, after a fresh code. `NOT_ARCHIVED` and `ERASED` at
    /// `id`.
    async fn erase_person(&self, cx: &Context<'_>, input: ErasePersonInput) -> Result<ErasePersonPayload> {
        let erased = cx.services().auth.erase_person(&cx.scope().ctx, person(&input.id)?).await;
        let (_, user_errors) = outcome(erased)?;
        Ok(ErasePersonPayload { user_errors })
    }
}
