use async_graphql::{Context, Enum, ID, InputObject, Object, SimpleObject};
use domain::{
    form,
    job::Job,
    record::{Change, Names},
};
use export::{DossierRequest, ExportRequest, ImportRequest, importing};
use kernel::{Error, Locale, UploadId};

use super::{record, work};
use crate::{
    error::{Result, UserError, outcome},
    scope::Shared,
    types::{
        ColumnMapping, Date, ImportPlanObject, JobObject, LocaleName, RecordFilterInput, RecordSortInput,
    },
};

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "export::Format")]
pub(super) enum ExportFormat {
    /// Excel.
    Xlsx,
    /// PDF.
    Pdf,
    /// Comma-separated; with semicolons in Dutch.
    Csv,
}

/// A register as filtered and sorted, to be made into a file.
#[derive(InputObject)]
struct StartExportInput {
    /// Key of the register.
    form_key: String,
    /// The kind of file.
    format: ExportFormat,
    /// Which records; all unless given.
    filter: Option<RecordFilterInput>,
    /// In which order.
    sort: Option<RecordSortInput>,
    /// Keys of the fields, in order; all of them unless given.
    #[graphql(validator(max_items = 300))]
    columns: Option<Vec<String>>,
    /// The file's language; the viewer's unless given.
    locale: Option<LocaleName>,
    /// The past day at whose end the register is told; as it stands now unless given.
    as_of: Option<Date>,
}

/// A record to be told in full.
#[derive(InputObject)]
struct StartRecordExportInput {
    /// The record.
    record_id: ID,
    /// The file's language; the viewer's unless given.
    locale: Option<LocaleName>,
    /// The past day at whose end the record is told; as it stands now unless given.
    as_of: Option<Date>,
}

/// A sheet with where its columns go.
#[derive(InputObject)]
struct ImportInput {
    /// The workbook or CSV file.
    upload_id: ID,
    /// The sheet.
    sheet_name: String,
    /// Key of the register.
    form_key: String,
    /// The row that holds the headings, as Excel counts; found by itself unless given.
    header_row: Option<u32>,
    /// Columns that are left out are not read.
    #[graphql(validator(max_items = 1000))]
    mapping: Vec<ColumnMapping>,
    /// Write rows over what was changed in the register since they were exported; else those are left.
    #[graphql(default)]
    overwrite_conflicts: bool,
}

/// A sheet and the register it shall go to.
#[derive(InputObject)]
struct SuggestImportMappingInput {
    /// The workbook or CSV file.
    upload_id: ID,
    /// The sheet.
    sheet_name: String,
    /// Key of the register.
    form_key: String,
}

/// The job to stop.
#[derive(InputObject)]
struct CancelJobInput {
    /// Which.
    id: ID,
}

/// A job to follow.
#[derive(SimpleObject)]
pub(super) struct JobPayload {
    /// The job.
    job: Option<JobObject>,
    /// What the user can mend.
    user_errors: Vec<UserError>,
}

/// Where columns most likely go.
#[derive(SimpleObject)]
struct SuggestImportMappingPayload {
    /// Columns with a likely field.
    mapping: Vec<ColumnMapping>,
    /// What the user can mend.
    user_errors: Vec<UserError>,
}

/// What an import would do.
#[derive(SimpleObject)]
struct PreviewImportPayload {
    /// What it would do.
    plan: Option<ImportPlanObject>,
    /// What the user can mend.
    user_errors: Vec<UserError>,
}

impl ImportInput {
    fn into_request(self) -> Result<ImportRequest> {
        Ok(ImportRequest {
            upload_id: upload_id(&self.upload_id)?,
            sheet: self.sheet_name,
            form_key: self.form_key,
            header_row: self.header_row,
            overwrite_conflicts: self.overwrite_conflicts,
            mapping: self
                .mapping
                .into_iter()
                .map(|mapping| importing::ColumnMapping {
                    column: mapping.column,
                    field_key: mapping.field_key,
                })
                .collect(),
        })
    }
}

/// A malformed id points to nothing, like any unknown one.
fn upload_id(id: &ID) -> Result<UploadId> {
    Ok(id.parse().map_err(|_| Error::NotFound)?)
}

pub(super) fn job_payload(result: kernel::Result<Job>) -> Result<JobPayload> {
    let (job, user_errors) = outcome(result)?;
    Ok(JobPayload { job: job.map(JobObject), user_errors })
}

#[derive(Default)]
pub(super) struct ExchangeMutation;

#[Object]
impl ExchangeMutation {
    /// Begins making a file of a register as filtered; follow the job.
    #[graphql(complexity = "10_000 + child_complexity")]
    async fn start_export(&self, cx: &Context<'_>, input: StartExportInput) -> Result<JobPayload> {
        let form = form::get_by_key(&cx.scope().ctx, &input.form_key).await?;
        let request = ExportRequest {
            format: input.format.into(),
            filter: input.filter.unwrap_or_default().into_filter()?,
            sort: input.sort.map(|sort| sort.into_sort(&form)).transpose()?.unwrap_or_default(),
            columns: input.columns,
            locale: input.locale.map_or_else(|| cx.scope().ctx.locale(), Locale::from),
            as_of: input.as_of.map(|day| day.0),
            form_key: input.form_key,
        };
        job_payload(cx.services().jobs.start_export(work(cx), request).await)
    }

    /// Begins making a PDF of one record with everything that hangs on it; follow the job.
    #[graphql(complexity = "2_000 + child_complexity")]
    async fn start_record_export(
        &self,
        cx: &Context<'_>,
        input: StartRecordExportInput,
    ) -> Result<JobPayload> {
        let request = DossierRequest {
            record_id: record::parse_id(&input.record_id)?,
            locale: input.locale.map_or_else(|| cx.scope().ctx.locale(), Locale::from),
            as_of: input.as_of.map(|day| day.0),
        };
        job_payload(cx.services().jobs.start_dossier(work(cx), request).await)
    }

    /// Guesses where the columns of a sheet go.
    async fn suggest_import_mapping(
        &self,
        cx: &Context<'_>,
        input: SuggestImportMappingInput,
    ) -> Result<SuggestImportMappingPayload> {
        let id = upload_id(&input.upload_id)?;
        let found = importing::suggest_mapping(&work(cx), id, (&input.sheet_name, &input.form_key)).await;
        let (mapping, user_errors) = outcome(found)?;
        let mapping = mapping.unwrap_or_default().into_iter().map(ColumnMapping::from).collect();
        Ok(SuggestImportMappingPayload { mapping, user_errors })
    }

    /// Reads a sheet and tells what an import would do. Changes nothing.
    #[graphql(complexity = "10_000 + child_complexity")]
    async fn preview_import(&self, cx: &Context<'_>, input: ImportInput) -> Result<PreviewImportPayload> {
        let (request, scope) = (input.into_request()?, cx.scope());
        let form = form::get_by_key(&scope.ctx, &request.form_key).await?;
        let (plan, user_errors) = outcome(importing::plan(&work(cx), &request).await)?;
        let Some(plan) = plan else { return Ok(PreviewImportPayload { plan: None, user_errors }) };
        let mentioned = plan.rows.iter().flat_map(|row| &row.changes).flat_map(Change::values).collect();
        let names = Names::of(&scope.ctx, mentioned).await?;
        let plan = ImportPlanObject { plan, form, names, locale: scope.ctx.locale() };
        Ok(PreviewImportPayload { plan: Some(plan), user_errors })
    }

    /// Begins an import, all or nothing; follow the job.
    #[graphql(complexity = "10_000 + child_complexity")]
    async fn start_import(&self, cx: &Context<'_>, input: ImportInput) -> Result<JobPayload> {
        job_payload(cx.services().jobs.start_import(work(cx), input.into_request()?).await)
    }

    /// Asks a job to stop; what it did is undone.
    async fn cancel_job(&self, cx: &Context<'_>, input: CancelJobInput) -> Result<JobPayload> {
        let id = input.id.parse().map_err(|_| Error::NotFound)?;
        job_payload(cx.services().jobs.cancel(&cx.scope().ctx, id).await)
    }
}
