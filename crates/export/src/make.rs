//! An export: pages of records from the database to a file among the environment's blobs.

use std::{ops::ControlFlow, path::Path, sync::Arc};

use domain::{
    Permission,
    form::{self, Form},
    job::{Job, JobResult},
    record::{self, Names, RecordFilter, RecordList, RecordSort},
    text::fold,
};
use futures::TryStreamExt;
use kernel::{Error, PageRequest, Result, UserError};
use tokio::sync::mpsc;

use crate::{
    Cell, ExportError, ExportRequest, Format, Report, Source, Work,
    jobs::Live,
    pdf,
    register::{self, Layout},
    work::{blob_name, blocking},
};

/// Records read at a time.
const PAGE: u32 = 500;

/// A page of rows on its way to the writer.
pub(crate) type Rows = Result<Vec<Vec<Cell>>>;

/// Refuses at once what could not be made.
pub(crate) async fn check(work: &Work, request: &ExportRequest) -> Result<()> {
    work.ctx.require(Permission::Export)?;
    let work = &work.as_of(request.as_of).await?;
    let form = form::get_by_key(&work.ctx, &request.form_key).await?;
    Layout::new(&form, request)?;
    let rows = record::count(&work.ctx, list(&form, &request.filter, &request.sort)).await?;
    if request.format == Format::Pdf && rows > pdf::MAX_ROWS {
        return Err(UserError::at("EXPORT_TOO_MANY_ROWS", &["format"]).with("max", pdf::MAX_ROWS).into());
    }
    Ok(())
}

/// Makes the file; `None` when cancelled.
pub(crate) async fn run(
    work: &Work,
    job: &Job,
    request: ExportRequest,
    live: Arc<Live>,
) -> Result<Option<JobResult>> {
    let made_at = work.ctx.now();
    let past = work.as_of(request.as_of).await?;
    let form = form::get_by_key(&past.ctx, &request.form_key).await?;
    let layout = Layout::new(&form, &request)?;
    let total = record::count(&past.ctx, list(&form, &request.filter, &request.sort)).await?;
    let report = register::report(&past, &form, &request, (&layout, made_at)).await?;
    let file = NewFile { format: request.format, name: file_name(&past, &form, &request), report, total };
    file.make(work, job, live, async |sender| read_rows(&past, &form, &request, layout, sender).await).await
}

/// A file to be made of rows that are read meanwhile.
pub(crate) struct NewFile {
    pub(crate) report: Report,
    pub(crate) format: Format,
    pub(crate) name: String,
    /// How many rows there will be.
    pub(crate) total: u64,
}

impl NewFile {
    /// Makes it and keeps it among the blobs; `None` when cancelled.
    pub(crate) async fn make(
        self,
        work: &Work,
        job: &Job,
        live: Arc<Live>,
        read: impl AsyncFnOnce(mpsc::Sender<Rows>),
    ) -> Result<Option<JobResult>> {
        let folder = tempfile::tempdir().map_err(Error::internal)?;
        let path = folder.path().join("export");
        let (name, media_type, total) = (self.name.clone(), self.format.media_type(), self.total);
        let progress = move |done| live.report(done, Some(total));
        let Some(()) = self.write(&path, progress, read).await? else { return Ok(None) };
        keep(work, job, &path).await?;
        Ok(Some(JobResult::File { name, media_type: media_type.to_owned() }))
    }

    /// Writes it to `path`; `None` when `progress`, which is told the rows that are done, says stop. One side
    /// reads, the other writes on a thread that may block; two pages at most lie between them.
    pub(crate) async fn write(
        self,
        path: &Path,
        mut progress: impl FnMut(u64) -> ControlFlow<()> + Send + 'static,
        read: impl AsyncFnOnce(mpsc::Sender<Rows>),
    ) -> Result<Option<()>> {
        let Self { report, format, .. } = self;
        let (sender, mut receiver) = mpsc::channel::<Rows>(2);
        let destination = path.to_owned();
        let write = blocking(move || {
            let mut rows = std::iter::from_fn(|| receiver.blocking_recv()).flat_map(|page| match page {
                Ok(rows) => rows.into_iter().map(Ok).collect::<Vec<_>>(),
                Err(error) => vec![Err(error)],
            });
            crate::export(format, Source::new(&report, &mut rows, &mut progress), &destination)
        });
        let ((), written) = tokio::join!(read(sender), write);
        match written? {
            Ok(_) => Ok(Some(())),
            Err(ExportError::Cancelled) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }
}

/// Puts a job's file among the blobs.
pub(crate) async fn keep(work: &Work, job: &Job, path: &Path) -> Result<()> {
    let file = tokio::fs::File::open(path).await.map_err(Error::internal)?;
    let chunks = tokio_util::io::ReaderStream::new(file).into_stream();
    work.blobs.put_stream(&blob_name(&job.blob_name())?, chunks).await.map(drop)
}

pub(crate) fn list<'a>(form: &'a Form, filter: &'a RecordFilter, sort: &'a RecordSort) -> RecordList<'a> {
    RecordList { form, filter, sort }
}

/// Sends the rows page by page; stops when nobody listens any more.
pub(crate) async fn read_rows(
    work: &Work,
    form: &Form,
    request: &ExportRequest,
    layout: Layout,
    rows: mpsc::Sender<Rows>,
) {
    let mut page = PageRequest::start(PAGE);
    loop {
        let (next, sent) = match read_page(work, form, request, (&layout, &page)).await {
            Ok((cells, next)) => (next, rows.send(Ok(cells)).await),
            Err(error) => (None, rows.send(Err(error)).await),
        };
        match next {
            Some(cursor) if sent.is_ok() => page.after = Some(cursor),
            _ => return,
        }
    }
}

async fn read_page(
    work: &Work,
    form: &Form,
    request: &ExportRequest,
    (layout, page): (&Layout, &PageRequest),
) -> Result<(Vec<Vec<Cell>>, Option<kernel::Cursor>)> {
    let found = record::list(&work.ctx, list(form, &request.filter, &request.sort), page).await?;
    let values = found.items.iter().flat_map(|(_, record)| record.values.values());
    let names = Names::of(&work.ctx, values.collect()).await?;
    let cells = found.items.iter().map(|(_, record)| layout.row(record, &names)).collect();
    let next = if found.has_next { found.items.last().map(|(cursor, _)| cursor.clone()) } else { None };
    Ok((cells, next))
}

fn file_name(work: &Work, form: &Form, request: &ExportRequest) -> String {
    dated_name(work, form.definition.name.get(request.locale), request.format)
}

/// `zorgpunt-vechtdal-risicos-2026-01-05.xlsx`
pub(crate) fn dated_name(work: &Work, title: &str, format: Format) -> String {
    format!("{}-{}-{}.{}", slug(&work.environment), slug(title), today(work), format.extension())
}

/// The day in the Netherlands.
pub(crate) fn today(work: &Work) -> String {
    work.ctx.now().with_timezone(&chrono_tz::Europe::Amsterdam).format("%Y-%m-%d").to_string()
}

/// A name that every file system takes.
pub(crate) fn slug(text: &str) -> String {
    let kept: String = fold(text)
        .chars()
        .filter(|c| *c != '\'')
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .collect();
    kept.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}
