//! Files of the whole register: exports with the memory they take, and an import that is stopped half-way.

use std::{
    fs,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};
use domain::{
    Ctx,
    job::{Job, JobState},
    record::{self, RecordFilter, RecordList, RecordSort},
    upload,
};
use export::{ExportRequest, Format, ImportRequest, Jobs, Work, importing};
use kernel::Locale;
use serde_json::{Value, json};

use crate::data_set::{Filled, in_words};

/// How often a job is asked how far it is.
const LOOK_EVERY: Duration = Duration::from_millis(20);

/// What files of the register cost.
pub(super) struct Files {
    exports: Vec<Made>,
    /// Rows an import had written when it was stopped; none of them stayed. `None` when it was done before.
    cancelled_after: Option<u64>,
}

struct Made {
    format: &'static str,
    took: Duration,
    bytes: usize,
    /// Resident memory above that at the start, in KiB.
    memory: u64,
}

/// Exports the register, then imports the workbook as new records and stops that.
pub(super) async fn measure(filled: &Filled, ctx: &Ctx) -> Result<Files> {
    let blobs = filled.app.tenancy.blobs(&filled.environment);
    let work = Work { ctx: ctx.clone(), blobs, environment: "Metingen".to_owned() };
    let jobs = Jobs::new(1);
    let mut exports = Vec::new();
    let mut workbook = Vec::new();
    for format in [Format::Csv, Format::Xlsx] {
        let (made, bytes) = export(&work, &jobs, format).await?;
        exports.push(made);
        workbook = bytes;
    }
    let cancelled_after = cancelled_import(&work, &jobs, (filled, workbook)).await?;
    Ok(Files { exports, cancelled_after })
}

async fn export(work: &Work, jobs: &Jobs, format: Format) -> Result<(Made, Vec<u8>)> {
    let request = ExportRequest {
        form_key: "risks".to_owned(),
        format,
        filter: RecordFilter::default(),
        sort: RecordSort::default(),
        columns: None,
        locale: Locale::Nl,
        as_of: None,
    };
    let before = resident("VmRSS:")?;
    // Has the kernel count the peak anew.
    fs::write("/proc/self/clear_refs", "5").context("resetting the peak of memory")?;
    let begin = Instant::now();
    let started = jobs.start_export(work.clone(), request).await.map_err(in_words)?;
    let job = ended(work, jobs, started).await?;
    ensure!(job.state == JobState::Succeeded, "an export failed: {:?}", job.errors);
    let took = begin.elapsed();
    let memory = resident("VmHWM:")?.saturating_sub(before);
    let bytes = work.blobs.get(&job.blob_name().parse()?).await?.to_vec();
    Ok((Made { format: format.extension(), took, bytes: bytes.len(), memory }, bytes))
}

async fn ended(work: &Work, jobs: &Jobs, mut job: Job) -> Result<Job> {
    while job.finished_at.is_none() {
        tokio::time::sleep(LOOK_EVERY).await;
        job = jobs.get(&work.ctx, job.id).await?;
    }
    Ok(job)
}

/// Rows that were written when the import was told to stop.
async fn cancelled_import(
    work: &Work,
    jobs: &Jobs,
    (filled, workbook): (&Filled, Vec<u8>),
) -> Result<Option<u64>> {
    let list = RecordFilter::default();
    let list = RecordList { form: &filled.risks, filter: &list, sort: &RecordSort::default() };
    let before = record::count(&work.ctx, list).await?;
    let new = upload::begin(&work.ctx, "risico's.xlsx", i64::try_from(workbook.len())?)?;
    work.blobs.put(&new.blob_name().parse()?, workbook.into()).await?;
    let upload = upload::create(&work.ctx, new).await.map_err(in_words)?;
    let sheet =
        importing::sheets(work, upload.id).await?.into_iter().next().context("a workbook without sheets")?;
    let mapping =
        importing::suggest_mapping(work, upload.id, (&sheet.name, "risks")).await.map_err(in_words)?;
    // Without its number every row is a new record.
    let mapping = mapping.into_iter().filter(|column| column.field_key != export::register::CODE).collect();
    let request = ImportRequest {
        upload_id: upload.id,
        sheet: sheet.name,
        form_key: "risks".to_owned(),
        header_row: None,
        mapping,
        overwrite_conflicts: false,
    };
    let mut job = jobs.start_import(work.clone(), request).await.map_err(in_words)?;
    let total = i64::try_from(before)?;
    while job.finished_at.is_none() && job.done < total / 3 {
        tokio::time::sleep(LOOK_EVERY).await;
        job = jobs.get(&work.ctx, job.id).await?;
    }
    if job.finished_at.is_some() {
        return Ok(None);
    }
    let written = job.done;
    jobs.cancel(&work.ctx, job.id).await?;
    let job = ended(work, jobs, job).await?;
    let after = record::count(&work.ctx, list).await?;
    match job.state {
        // Over before the word to stop came through: nothing was cancelled to look at.
        JobState::Succeeded => return Ok(None),
        JobState::Cancelled => ensure!(after == before, "a cancelled import left {} records", after - before),
        state => bail!("the import ended before it was stopped: {state:?} {:?}", job.errors),
    }
    Ok(Some(u64::try_from(written)?))
}

/// Memory of this process in KiB, as the kernel counts it.
fn resident(line: &str) -> Result<u64> {
    let status = fs::read_to_string("/proc/self/status")?;
    let found = status.lines().find_map(|found| found.strip_prefix(line)).context("no memory is told")?;
    Ok(found.trim().trim_end_matches(" kB").parse()?)
}

impl Files {
    pub(super) fn print(&self) {
        println!("{:<44}{:>10}{:>10}{:>12}", "", "seconds", "MB", "memory, MB");
        for Made { format, took, bytes, memory } in &self.exports {
            let (size, memory) = (bytes / 1_000_000, memory / 1_000);
            println!(
                "{:<44}{:>10.1}{size:>10}{memory:>12}",
                format!("export as {format}"),
                took.as_secs_f64()
            );
        }
        match self.cancelled_after {
            Some(rows) => println!("an import stopped after {rows} rows left none"),
            None => println!("an import was done before it could be stopped"),
        }
    }

    pub(super) fn json(&self) -> Value {
        let exports = self.exports.iter().map(|made| {
            json!({ "format": made.format, "seconds": made.took.as_secs_f64(), "bytes": made.bytes,
                "memoryKib": made.memory })
        });
        json!({ "exports": exports.collect::<Vec<_>>(), "cancelledAfter": self.cancelled_after })
    }
}
