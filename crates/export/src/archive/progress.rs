//! How far the making of an archive is.

use std::{
    ops::ControlFlow,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use crate::{ExportError, jobs::Live};

/// What one row of a workbook counts for, in bytes.
const ROW: u64 = 512;

/// Why an archive is not made.
#[derive(Debug)]
pub(super) enum Halt {
    /// Its maker said stop.
    Cancelled,
    /// Something went wrong.
    Failed(kernel::Error),
}

impl From<kernel::Error> for Halt {
    fn from(error: kernel::Error) -> Self {
        Self::Failed(error)
    }
}

impl From<std::io::Error> for Halt {
    fn from(error: std::io::Error) -> Self {
        Self::Failed(kernel::Error::internal(error))
    }
}

impl From<zip::result::ZipError> for Halt {
    fn from(error: zip::result::ZipError) -> Self {
        Self::Failed(kernel::Error::internal(error))
    }
}

impl From<ExportError> for Halt {
    fn from(error: ExportError) -> Self {
        match error {
            ExportError::Cancelled => Self::Cancelled,
            error => Self::Failed(error.into()),
        }
    }
}

/// Counts the bytes that are done. Cheap to clone.
#[derive(Clone)]
pub(super) struct Progress {
    live: Arc<Live>,
    done: Arc<AtomicU64>,
    total: Arc<AtomicU64>,
}

impl Progress {
    pub(super) fn new(live: Arc<Live>) -> Self {
        Self { live, done: Arc::default(), total: Arc::default() }
    }

    /// There are so many bytes more to do.
    pub(super) fn expect(&self, bytes: u64) {
        self.total.fetch_add(bytes, Ordering::Relaxed);
    }

    /// There are so many rows more to do.
    pub(super) fn expect_rows(&self, rows: u64) {
        self.expect(rows.saturating_mul(ROW));
    }

    /// So many bytes are done.
    pub(super) fn advance(&self, bytes: u64) -> Result<(), Halt> {
        let done = self.done.fetch_add(bytes, Ordering::Relaxed).saturating_add(bytes);
        match self.live.report(done, Some(self.total.load(Ordering::Relaxed).max(done))) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(Halt::Cancelled),
        }
    }

    /// A hook that is told how many rows of one table are done.
    pub(super) fn of_rows(&self) -> impl FnMut(u64) -> ControlFlow<()> + Send + 'static {
        let (progress, mut told) = (self.clone(), 0);
        move |rows| {
            let more = rows.saturating_sub(told).saturating_mul(ROW);
            told = rows;
            if progress.advance(more).is_err() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        }
    }
}
