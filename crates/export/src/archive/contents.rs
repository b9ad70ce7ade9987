//! The zip file of an archive from outside: hostile until it is measured whole.
//!
//! Nothing is ever written where an entry's name says. Entries are looked up by the names the manifest gives, and a
//! zip file with any other entry is refused.

use std::{
    collections::HashMap,
    fs::File,
    io::{self, BufReader, Read, Write},
    path::Path,
};

use ledger::Hash;
use sha2::{Digest, Sha256};
use zip::{CompressionMethod, ZipArchive};

use super::{
    manifest::{DATABASE, FORMAT, MANIFEST, Manifest},
    opening::ArchiveError,
};

/// The most entries of an archive.
pub const MAX_ENTRIES: usize = 500_000;
/// The largest manifest.
const MAX_MANIFEST: u64 = 256 << 20;
/// How much larger an archive may become than it is: ours become some ten times as large, a bomb a thousand times.
const RATIO: u64 = 200;
/// An archive may become this large in any case.
const RATIO_FREE: u64 = 64 << 20;
/// Bytes moved at a time.
const CHUNK: usize = 128 * 1024;

/// The zip file, with what its manifest says. Everything here blocks.
pub(super) struct Contents {
    zip: ZipArchive<BufReader<File>>,
    pub(super) manifest: Manifest,
    places: HashMap<String, usize>,
    /// Length and hash of each entry, as the manifest says.
    told: HashMap<String, (u64, Hash)>,
}

impl Contents {
    /// Opens a zip file and compares its directory with its manifest. Nothing else is read yet.
    pub(super) fn open(path: &Path) -> Result<Self, ArchiveError> {
        let file = File::open(path)?;
        let most = file.metadata()?.len().saturating_mul(RATIO).max(RATIO_FREE);
        let mut zip = ZipArchive::new(BufReader::new(file)).map_err(no_archive)?;
        if zip.len() > MAX_ENTRIES {
            return Err(ArchiveError::TooManyEntries(MAX_ENTRIES));
        }
        // No entry lies over another, none is listed twice, none is hidden from the directory.
        zip.validate_header_consistency().map_err(|error| ArchiveError::Damaged(error.to_string()))?;
        let (sizes, places) = directory(&zip, most)?;
        let manifest = manifest(&mut zip, (&places, &sizes))?;
        let told = manifest.entries.iter().map(|entry| (entry.name.clone(), (entry.bytes, entry.sha256)));
        let contents = Self { told: told.collect(), zip, manifest, places };
        contents.compare(&sizes)?;
        Ok(contents)
    }

    /// The directory lists what the manifest lists, and nothing more.
    fn compare(&self, sizes: &[u64]) -> Result<(), ArchiveError> {
        if self.told.len() != self.manifest.entries.len() || self.told.contains_key(MANIFEST) {
            return Err(ArchiveError::Damaged("its manifest lists an entry twice".to_owned()));
        }
        for (name, (bytes, _)) in &self.told {
            match self.places.get(name).and_then(|index| sizes.get(*index)) {
                Some(size) if size == bytes => {}
                Some(_) => return Err(ArchiveError::Differs(printable(name))),
                None => return Err(ArchiveError::Missing(printable(name))),
            }
        }
        let mut names = self.places.keys().filter(|name| *name != MANIFEST);
        match names.find(|name| !self.told.contains_key(*name)) {
            Some(untold) => Err(ArchiveError::Untold(untold.clone())),
            None => Ok(()),
        }
    }

    /// Reads every entry to its end and compares it with the manifest; the database goes to a new file on the way.
    pub(super) fn check(&mut self, database: &Path) -> Result<(), ArchiveError> {
        if !self.told.contains_key(DATABASE) {
            return Err(ArchiveError::Missing(DATABASE.to_owned()));
        }
        let names: Vec<String> = self.told.keys().cloned().collect();
        for name in names {
            if name == DATABASE {
                self.read(&name, &mut File::create_new(database)?)?;
            } else {
                self.read(&name, &mut io::sink())?;
            }
        }
        Ok(())
    }

    /// Reads one entry, whose size and hash must be those that the manifest says. What was written before an error is of
    /// no use.
    pub(super) fn read(&mut self, name: &str, sink: &mut impl Write) -> Result<Hash, ArchiveError> {
        let missing = || ArchiveError::Missing(name.to_owned());
        let told = *self.told.get(name).ok_or_else(missing)?;
        let index = *self.places.get(name).ok_or_else(missing)?;
        let damaged =
            |error: io::Error| ArchiveError::Entry { name: name.to_owned(), reason: error.to_string() };
        let entry = self.zip.by_index(index).map_err(|error| damaged(error.into()))?;
        // One byte more than told is enough to catch a lie.
        let mut reader = entry.take(told.0.saturating_add(1));
        let (mut digest, mut bytes) = (Sha256::new(), 0);
        let mut buffer = vec![0; CHUNK];
        loop {
            let read = reader.read(&mut buffer).map_err(damaged)?;
            if read == 0 {
                break;
            }
            let chunk = buffer.get(..read).unwrap_or_default();
            digest.update(chunk);
            bytes += read as u64;
            sink.write_all(chunk)?;
        }
        let sha256 = Hash(digest.finalize().into());
        if told == (bytes, sha256) { Ok(sha256) } else { Err(ArchiveError::Differs(name.to_owned())) }
    }
}

/// The claimed size of each entry, and the place of each name.
fn directory(
    zip: &ZipArchive<BufReader<File>>,
    most: u64,
) -> Result<(Vec<u64>, HashMap<String, usize>), ArchiveError> {
    let (mut sizes, mut places, mut total) = (Vec::with_capacity(zip.len()), HashMap::new(), 0_u64);
    for index in 0..zip.len() {
        let entry = zip.by_index_data(index).map_err(no_archive)?;
        let name = entry.name().map_err(|error| ArchiveError::Damaged(error.to_string()))?.into_owned();
        let is_known_method =
            matches!(entry.compression(), CompressionMethod::Stored | CompressionMethod::Deflated);
        if !is_plain_name(&name) || entry.encrypted() || !is_known_method {
            return Err(ArchiveError::Unsafe(printable(&name)));
        }
        total = total.saturating_add(entry.size());
        if total > most {
            return Err(ArchiveError::Bomb(most));
        }
        sizes.push(entry.size());
        if places.insert(name.clone(), index).is_some() {
            return Err(ArchiveError::Unsafe(name));
        }
    }
    Ok((sizes, places))
}

/// A path below where it is unpacked, on any machine.
fn is_plain_name(name: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_' | b'/');
    name.len() <= 200
        && name.bytes().all(is_plain)
        && name.split('/').all(|step| !step.is_empty() && step != ".." && step != ".")
}

/// What a terminal can be shown.
fn printable(name: &str) -> String {
    name.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).take(200).collect()
}

fn manifest(
    zip: &mut ZipArchive<BufReader<File>>,
    (places, sizes): (&HashMap<String, usize>, &[u64]),
) -> Result<Manifest, ArchiveError> {
    let index =
        *places.get(MANIFEST).ok_or_else(|| ArchiveError::NoArchive("it has no manifest".to_owned()))?;
    if sizes.get(index).is_none_or(|size| *size > MAX_MANIFEST) {
        return Err(ArchiveError::Bomb(MAX_MANIFEST));
    }
    let damaged = |reason: String| ArchiveError::Entry { name: MANIFEST.to_owned(), reason };
    let mut bytes = Vec::new();
    let entry = zip.by_index(index).map_err(|error| damaged(error.to_string()))?;
    entry.take(MAX_MANIFEST).read_to_end(&mut bytes).map_err(|error| damaged(error.to_string()))?;
    let told: serde_json::Value =
        serde_json::from_slice(&bytes).map_err(|error| damaged(error.to_string()))?;
    match told.get("format").and_then(serde_json::Value::as_str) {
        Some(FORMAT) => {}
        other => return Err(ArchiveError::OtherFormat(printable(other.unwrap_or("none")))),
    }
    serde_json::from_value(told).map_err(|error| damaged(error.to_string()))
}

fn no_archive(error: zip::result::ZipError) -> ArchiveError {
    ArchiveError::NoArchive(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s04_a_name_cannot_leave_the_archive() {
        for name in ["manifest.json", "files/ab/ab12.pdf", "registers/risks-archived.xlsx"] {
            assert!(is_plain_name(name), "{name}");
        }
        for name in
            ["", "/etc/passwd", "../x", "a/../../x", "a//b", "a/./b", "a\\..\\b", "c:x", "a\0b", "é", "a/"]
        {
            assert!(!is_plain_name(name), "{name}");
        }
    }
}
