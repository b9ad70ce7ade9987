//! The list of files of a back-up: which object holds which content.

use std::{
    collections::HashMap,
    io::{self, BufRead, BufReader, Write},
};

use hmac::{Hmac, KeyInit, Mac};
use ledger::Hash;
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use tenancy::SecretKey;

/// The longest list, unpacked: some millions of files.
const MOST_BYTES: u64 = 1024 * 1024 * 1024;

/// One file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FileEntry {
    /// Stands for the content, and tells nothing of it to who has not its key: HMAC-SHA256 of its SHA-256.
    pub name: Hash,
    /// The object that holds it.
    pub object: String,
    /// Bytes as they lie there.
    pub bytes: u64,
    /// SHA-256 of those.
    pub sha256: Hash,
}

/// What a content is called in lists. The key is the environment's own.
pub(crate) fn name_of(key: &SecretKey, content: Hash) -> Option<Hash> {
    let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(&**key).ok()?;
    mac.update(&content.0);
    Some(Hash(mac.finalize().into_bytes().into()))
}

/// Writes a list: a line of JSON for each file, compressed.
pub(crate) fn write(entries: &[FileEntry]) -> io::Result<Vec<u8>> {
    let mut compressed = zstd::Encoder::new(Vec::new(), 0)?;
    for entry in entries {
        serde_json::to_writer(&mut compressed, entry)?;
        compressed.write_all(b"\n")?;
    }
    compressed.finish()
}

/// Reads a list.
pub(crate) fn read(bytes: &[u8]) -> io::Result<Vec<FileEntry>> {
    let plain = io::Read::take(zstd::Decoder::new(bytes)?, MOST_BYTES);
    let entry = |line: io::Result<String>| Ok(serde_json::from_str(&line?)?);
    BufReader::new(plain).lines().map(entry).collect()
}

/// A list by the names in it.
pub(crate) fn by_name(entries: Vec<FileEntry>) -> HashMap<[u8; 32], FileEntry> {
    entries.into_iter().map(|entry| (entry.name.0, entry)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_reads_back_and_a_damaged_one_does_not() {
        let entry = |byte: u8| FileEntry {
            name: Hash([byte; 32]),
            object: format!("files/{byte}"),
            bytes: u64::from(byte),
            sha256: Hash([byte; 32]),
        };
        let entries: Vec<FileEntry> = (0..200).map(entry).collect();
        let bytes = write(&entries).unwrap();
        assert_eq!(read(&bytes).unwrap(), entries);
        assert!(read(&bytes[..bytes.len() - 9]).is_err());
        assert_eq!(read(&write(&[]).unwrap()).unwrap(), []);
    }
}
