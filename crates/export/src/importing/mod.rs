//! Somebody's workbook into a register: look, map, preview, then all or nothing.

mod cells;
mod errors;
mod guess;
mod mapping;
mod plan;
mod table;

use std::{ops::ControlFlow, sync::Arc};

use domain::{
    Permission,
    form::{self, Form},
    job::JobResult,
    record::{self, ImportProgress},
    upload::{self, Upload},
};
use kernel::{Error, Result, UploadId, UserError, UserErrors};

pub use errors::{ImportError, column_letters};
pub use guess::{GuessedKind, SheetColumn, SheetPreview};
pub use mapping::ColumnMapping;
pub use plan::{ImportPlan, PlannedAction, PlannedRow};

use crate::{
    Book, Limits, SheetInfo, Work, WorkbookError,
    delimited::DelimitedText,
    jobs::Live,
    work::{blob_name, blocking},
};
pub(crate) use table::Table;

/// A sheet with where its columns go.
#[derive(Debug, Clone)]
pub struct ImportRequest {
    /// The workbook or CSV file.
    pub upload_id: UploadId,
    /// The sheet.
    pub sheet: String,
    /// Key of the register.
    pub form_key: String,
    /// The row that holds the headings, as Excel counts; found by itself when absent.
    pub header_row: Option<u32>,
    /// Columns that are left out are not read.
    pub mapping: Vec<ColumnMapping>,
    /// Writes rows over what was changed in the register since they were exported; else those are left.
    pub overwrite_conflicts: bool,
}

/// The sheets of a workbook that people may import; our own hidden ones are not among them.
pub async fn sheets(work: &Work, id: UploadId) -> Result<Vec<SheetInfo>> {
    let bytes = bytes(work, id).await?;
    let mut workbook = blocking(move || Book::from_bytes(bytes, Limits::default())).await??;
    // Of our own export only the records: the cover is no table.
    let own = workbook.marker()?.map(|marker| marker.sheet);
    let mut sheets: Vec<SheetInfo> = workbook
        .sheets()
        .iter()
        .filter(|sheet| sheet.visible || !sheet.name.starts_with('_'))
        .filter(|sheet| own.as_ref().is_none_or(|own| *own == sheet.name))
        .cloned()
        .collect();
    sheets.sort_by_key(|sheet| !sheet.visible);
    Ok(sheets)
}

/// Refuses a file that is no table we can read, before it is kept.
///
/// A text passes for a table only under a name that says so: what calls itself a workbook has to be one.
pub async fn check_workbook(file_name: &str, bytes: Vec<u8>) -> Result<()> {
    let name = file_name.to_lowercase();
    let says_text = [".csv", ".tsv", ".txt"].iter().any(|end| name.ends_with(end));
    if !says_text && DelimitedText::is_likely(&bytes) {
        return Err(WorkbookError::PlainText.into());
    }
    blocking(move || Book::from_bytes(bytes, Limits::default()).map(drop)).await??;
    Ok(())
}

/// One sheet as a table; `None` when nothing on it looks like headings.
pub async fn preview_sheet(work: &Work, id: UploadId, sheet: &str) -> Result<Option<SheetPreview>> {
    let (bytes, sheet, locale) = (bytes(work, id).await?, sheet.to_owned(), work.ctx.locale());
    blocking(move || match Table::read(bytes, &sheet, None) {
        Ok(table) => Ok(Some(guess::preview(&table, locale))),
        Err(Error::Invalid(errors)) if errors.0.iter().any(|error| is_nothing(error.code)) => Ok(None),
        Err(error) => Err(error),
    })
    .await?
}

/// What stands for no such sheet, or nothing on it.
fn is_nothing(code: &str) -> bool {
    matches!(code, "NO_ROWS" | "SHEET_NOT_FOUND")
}

/// Guesses where the columns of a sheet go: by key in our own exports, else by heading.
pub async fn suggest_mapping(
    work: &Work,
    id: UploadId,
    (sheet, form_key): (&str, &str),
) -> Result<Vec<ColumnMapping>> {
    let form = form::get_by_key(&work.ctx, form_key).await?;
    let (bytes, sheet) = (bytes(work, id).await?, sheet.to_owned());
    let table = blocking(move || Table::read(bytes, &sheet, None)).await??;
    Ok(mapping::suggest(&form, &table))
}

/// What an import would do. Changes nothing.
pub async fn plan(work: &Work, request: &ImportRequest) -> Result<ImportPlan> {
    Ok(prepare(work, request).await?.summary())
}

/// Carries an import out; `None` when cancelled.
pub(crate) async fn run(work: &Work, request: &ImportRequest, live: &Arc<Live>) -> Result<Option<JobResult>> {
    let prepared = prepare(work, request).await?;
    if !prepared.errors.is_empty() {
        return Err(Error::Invalid(UserErrors(
            prepared.errors.iter().take(20).map(UserError::from).collect(),
        )));
    }
    let progress = Told(Arc::clone(live));
    let (form, items) = prepared.into_items();
    let totals = record::import(&work.ctx, &form, &items, &progress).await?;
    Ok(totals.map(|totals| JobResult::Import {
        form_key: form.definition.key.clone(),
        created: totals.created,
        updated: totals.updated,
        unchanged: totals.unchanged,
    }))
}

/// Refuses what cannot even begin, before there is a job: no right, no such register, a file that is gone.
pub(crate) async fn check(work: &Work, request: &ImportRequest) -> Result<()> {
    destination(work, request).await?;
    source(work, request.upload_id).await.map(drop)
}

/// The register records go to.
async fn destination(work: &Work, request: &ImportRequest) -> Result<Form> {
    work.ctx.require(Permission::Import)?;
    let form = form::get_by_key(&work.ctx, &request.form_key).await?;
    if form.takes_records() { Ok(form) } else { Err(Error::Forbidden) }
}

async fn prepare(work: &Work, request: &ImportRequest) -> Result<plan::Prepared> {
    let form = destination(work, request).await?;
    let (bytes, sheet, row) =
        (bytes(work, request.upload_id).await?, request.sheet.clone(), request.header_row);
    let table = blocking(move || Table::read(bytes, &sheet, row)).await??;
    let targets = mapping::resolve(&form, &table, &request.mapping)?;
    plan::prepare(work, form, table, (targets, request.overwrite_conflicts)).await
}

/// The actor's own upload.
async fn source(work: &Work, id: UploadId) -> Result<Upload> {
    upload::get(&work.ctx, id).await.map_err(|error| match error {
        Error::NotFound => Error::invalid("UPLOAD_EXPIRED", &["uploadId"]),
        other => other,
    })
}

pub(crate) async fn bytes(work: &Work, id: UploadId) -> Result<Vec<u8>> {
    let upload = source(work, id).await?;
    Ok(work.blobs.get(&blob_name(&upload.blob_name())?).await?.to_vec())
}

/// Passes progress on to the job.
struct Told(Arc<Live>);

impl ImportProgress for Told {
    fn report(&self, done: u64, total: u64) -> ControlFlow<()> {
        self.0.report(done, Some(total))
    }
}
