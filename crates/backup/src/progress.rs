//! How far a back-up is, seen from outside.

use std::{
    io::{self, Read},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering::Relaxed},
    },
};

/// How far a back-up is, and whether it is to stop. Clones are of the same one.
#[derive(Debug, Clone, Default)]
pub struct Progress(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    done: AtomicU64,
    total: AtomicU64,
    is_cancelled: AtomicBool,
}

impl Progress {
    /// Bytes read, and bytes that are to be, as far as is known.
    #[must_use]
    pub fn figures(&self) -> (u64, u64) {
        (self.0.done.load(Relaxed), self.0.total.load(Relaxed))
    }

    /// Has the work stop at the next bytes it reads.
    pub fn cancel(&self) {
        self.0.is_cancelled.store(true, Relaxed);
    }

    pub(crate) fn expect(&self, bytes: u64) {
        self.0.total.fetch_add(bytes, Relaxed);
    }

    /// Counts what is read of a source.
    pub(crate) fn watch<R>(&self, source: R) -> Watched<R> {
        Watched { source, progress: self.clone() }
    }
}

/// A source of which is counted what is read.
pub(crate) struct Watched<R> {
    source: R,
    progress: Progress,
}

impl<R: Read> Read for Watched<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.progress.0.is_cancelled.load(Relaxed) {
            return Err(io::Error::other("it was stopped"));
        }
        let read = self.source.read(buffer)?;
        self.progress.0.done.fetch_add(read as u64, Relaxed);
        Ok(read)
    }
}
