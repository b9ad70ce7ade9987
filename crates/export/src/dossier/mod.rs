//! One record with everything that hangs on it, as a PDF: what an auditor takes along.

mod sections;
mod words;

use std::{fs::File, io::BufWriter, ops::ControlFlow, sync::Arc};

use chrono::NaiveDate;
use domain::{
    Permission,
    form::{self, Form},
    job::{Job, JobResult},
    record::{self, Record},
};
use kernel::{Error, Locale, RecordId, Result};
use serde_json::json;

use crate::{
    Cell, Format, Report, Work,
    jobs::Live,
    make::{dated_name, keep},
    pdf,
    register::made_by,
    wording::facts_of_record,
    work::blocking,
};
use words::words;

/// A record to be told in full.
#[derive(Debug, Clone)]
pub struct DossierRequest {
    /// Which.
    pub record_id: RecordId,
    /// The file's language.
    pub locale: Locale,
    /// The past day at whose end the record is told; now when absent.
    pub as_of: Option<NaiveDate>,
}

/// A record in words.
pub(crate) struct Dossier {
    /// For cover, head and foot; it has no columns.
    pub(crate) report: Report,
    /// What the cover tells.
    pub(crate) facts: Vec<(&'static str, String)>,
    pub(crate) sections: Vec<Section>,
}

/// A heading with what stands under it.
pub(crate) struct Section {
    pub(crate) heading: String,
    pub(crate) pairs: Vec<(String, Cell)>,
}

/// Refuses at once what could not be made; what the log says of it. Whoever sees a record may take it along.
pub(crate) async fn check(work: &Work, request: &DossierRequest) -> Result<serde_json::Value> {
    work.ctx.require(Permission::Enter)?;
    let work = work.as_of(request.as_of).await?;
    let (form, record) = found(&work, request.record_id).await?;
    let code = form.code(record.number);
    Ok(json!({ "form": form.definition.key, "format": Format::Pdf.extension(), "record": code }))
}

async fn found(work: &Work, id: RecordId) -> Result<(Form, Record)> {
    let record = record::get(&work.ctx, id).await?;
    Ok((form::get(&work.ctx, record.form_id).await?, record))
}

/// Makes the file; `None` when cancelled.
pub(crate) async fn run(
    work: &Work,
    job: &Job,
    (request, live): (DossierRequest, Arc<Live>),
) -> Result<Option<JobResult>> {
    let made_at = work.ctx.now();
    let past = work.as_of(request.as_of).await?;
    let (form, record) = found(&past, request.record_id).await?;
    let code = form.code(record.number);
    let title = format!("{code} {}", record.title);
    let report = Report {
        title: title.clone(),
        environment: work.environment.clone(),
        register: form.definition.name.get(request.locale).to_owned(),
        form_key: form.definition.key.clone(),
        locale: request.locale,
        generated_at: made_at,
        as_of: request.as_of,
        generated_by: made_by(&past).await?,
        records: None,
        filters: Vec::new(),
        columns: Vec::new(),
    };
    let status = form.status_or_unknown(&record.status).label.get(request.locale).to_owned();
    let mut facts = facts_of_record(&report);
    facts.insert(2, (words(request.locale).status, status));
    let sections = sections::all(&past, (&form, &record), request.locale).await?;
    if live.report(0, Some(1)).is_break() {
        return Ok(None);
    }
    let folder = tempfile::tempdir().map_err(Error::internal)?;
    let path = folder.path().join("dossier.pdf");
    let (destination, dossier) = (path.clone(), Dossier { report, facts, sections });
    blocking(move || pdf::write_dossier(&dossier, BufWriter::new(File::create(&destination)?))).await??;
    if let ControlFlow::Break(()) = live.report(1, Some(1)) {
        return Ok(None);
    }
    keep(work, job, &path).await?;
    let name = dated_name(&past, &title.chars().take(60).collect::<String>(), Format::Pdf);
    Ok(Some(JobResult::File { name, media_type: Format::Pdf.media_type().to_owned() }))
}
