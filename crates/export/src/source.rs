//! Rows on their way to a document.

use std::ops::ControlFlow;

use crate::{Cell, ExportError, Report};

/// Where rows come from: read one at a time, each with a cell per column.
pub type RowSource<'a> = dyn Iterator<Item = kernel::Result<Vec<Cell>>> + 'a;

/// Told how many rows are done; may say stop.
pub type ProgressHook<'a> = dyn FnMut(u64) -> ControlFlow<()> + 'a;

/// How often the progress hook is called.
pub const PROGRESS_EVERY_ROWS: u64 = 200;

/// What a format writer writes: the report, its rows, and the hook to tell.
pub struct Source<'a> {
    report: &'a Report,
    rows: &'a mut RowSource<'a>,
    progress: &'a mut ProgressHook<'a>,
    done: u64,
}

impl<'a> Source<'a> {
    /// A report with its rows; `progress` is called before the first row, after every
    /// [`PROGRESS_EVERY_ROWS`] rows and after the last one.
    pub fn new(report: &'a Report, rows: &'a mut RowSource<'a>, progress: &'a mut ProgressHook<'a>) -> Self {
        Self { report, rows, progress, done: 0 }
    }

    /// The report.
    #[must_use]
    pub fn report(&self) -> &'a Report {
        self.report
    }

    /// The number of rows handed out so far.
    #[must_use]
    pub fn rows_done(&self) -> u64 {
        self.done
    }

    /// The next row, with as many cells as the report has columns.
    ///
    /// # Errors
    /// [`ExportError::Cancelled`] when the hook says stop, [`ExportError::Rows`] when the rows cannot be
    /// read, [`ExportError::Shape`] when a row does not fit.
    pub fn next_row(&mut self) -> Result<Option<Vec<Cell>>, ExportError> {
        if self.done.is_multiple_of(PROGRESS_EVERY_ROWS) {
            self.report_progress()?;
        }
        let Some(row) = self.rows.next() else {
            self.report_progress()?;
            return Ok(None);
        };
        let row = row.map_err(ExportError::Rows)?;
        self.done += 1;
        let (expected, found) = (self.report.columns.len(), row.len());
        if expected != found {
            return Err(ExportError::Shape { row: self.done, expected, found });
        }
        Ok(Some(row))
    }

    /// Tells the hook how far the writing is, and listens to it: also for work after the last row.
    pub(crate) fn report_progress(&mut self) -> Result<(), ExportError> {
        match (self.progress)(self.done) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(ExportError::Cancelled),
        }
    }
}
