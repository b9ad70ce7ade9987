//! The zip file of an archive while it is written.

use std::{
    fs::File,
    io::{self, BufWriter, Read, Write},
    path::Path,
};

use chrono::{Datelike, Timelike};
use kernel::Instant;
use ledger::Hash;
use sha2::{Digest, Sha256};
use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

use super::{
    manifest::Entry,
    progress::{Halt, Progress},
};

/// Bytes moved at a time.
const CHUNK: usize = 128 * 1024;
/// From this size on an entry is given the wide form of its header: what does not shrink may grow a little.
const LARGE: u64 = u32::MAX as u64 / 2;

/// The zip file while it is written. Everything in it blocks.
pub(super) struct Bundle {
    zip: ZipWriter<BufWriter<File>>,
    written_at: DateTime,
    entries: Vec<Entry>,
}

/// What is put into it.
pub(super) struct New<'a, R> {
    pub(super) name: &'a str,
    /// About how long it is.
    pub(super) bytes: u64,
    /// Whether it is compressed already.
    pub(super) is_packed: bool,
    pub(super) content: R,
}

impl Bundle {
    pub(super) fn create(path: &Path, at: Instant) -> io::Result<Self> {
        let zip = ZipWriter::new(BufWriter::new(File::create_new(path)?));
        Ok(Self { zip, written_at: zip_time(at), entries: Vec::new() })
    }

    /// Adds an entry, and tells its hash.
    pub(super) fn add<R: Read>(&mut self, mut new: New<'_, R>, progress: &Progress) -> Result<Hash, Halt> {
        let method = if new.is_packed { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(self.written_at)
            .unix_permissions(0o644)
            .large_file(new.bytes > LARGE);
        self.zip.start_file(new.name, options)?;
        let (mut digest, mut bytes) = (Sha256::new(), 0_u64);
        let mut buffer = vec![0; CHUNK];
        loop {
            let read = match new.content.read(&mut buffer) {
                Ok(0) => break,
                Ok(read) => read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error.into()),
            };
            let chunk = buffer.get(..read).unwrap_or_default();
            digest.update(chunk);
            self.zip.write_all(chunk)?;
            bytes += read as u64;
            progress.advance(read as u64)?;
        }
        let sha256 = Hash(digest.finalize().into());
        self.entries.push(Entry { name: new.name.to_owned(), bytes, sha256 });
        Ok(sha256)
    }

    /// Adds a small text.
    pub(super) fn add_text(&mut self, name: &str, text: &str, progress: &Progress) -> Result<(), Halt> {
        let bytes = text.len() as u64;
        progress.expect(bytes);
        self.add(New { name, bytes, is_packed: false, content: text.as_bytes() }, progress).map(drop)
    }

    /// Adds a file of this machine.
    pub(super) fn add_file(
        &mut self,
        (name, is_packed): (&str, bool),
        path: &Path,
        progress: &Progress,
    ) -> Result<(), Halt> {
        let content = File::open(path)?;
        let bytes = content.metadata()?.len();
        progress.expect(bytes);
        self.add(New { name, bytes, is_packed, content }, progress).map(drop)
    }

    /// What is in it so far.
    pub(super) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Ends it. What is on the disk then is a whole archive.
    pub(super) fn finish(self) -> Result<(), Halt> {
        let file = self.zip.finish()?.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.sync_all()?;
        Ok(())
    }
}

/// A moment in UTC as zip files hold it; the beginning of their time when they cannot.
fn zip_time(at: Instant) -> DateTime {
    let small = |part: u32| u8::try_from(part).unwrap_or_default();
    let year = u16::try_from(at.year()).unwrap_or_default();
    let (day, time) = ((small(at.month()), small(at.day())), at.time());
    DateTime::from_date_and_time(
        year,
        day.0,
        day.1,
        small(time.hour()),
        small(time.minute()),
        small(time.second()),
    )
    .unwrap_or_default()
}
