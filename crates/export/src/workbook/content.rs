//! What a file is, by what is in it: its name proves nothing.

use std::io::{Read, Seek, SeekFrom};

use super::{Limits, WorkbookError};

const ZIP: &[u8] = b"PK\x03\x04";
const CENTRAL_ENTRY: &[u8] = b"PK\x01\x02";
/// The compound file of Excel 97-2003, which is also the envelope of an encrypted workbook.
const COMPOUND_FILE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
/// `EncryptedPackage` as a compound file writes its names.
const ENCRYPTED_PACKAGE: &[u8] = b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";

/// Lets only a zip archive of bearable size through, and leaves the reader at its start.
///
/// Directory entries are counted here, by signature, because the zip reader builds its whole directory
/// before it can be asked how long that is.
pub(super) fn require_zip(file: &mut (impl Read + Seek), limits: &Limits) -> Result<(), WorkbookError> {
    let size = file.seek(SeekFrom::End(0)).map_err(WorkbookError::damaged)?;
    if size > limits.file_bytes {
        return Err(WorkbookError::TooLarge { max: limits.file_bytes });
    }
    let mut head = Vec::new();
    rewind(file)?;
    file.take(4_096).read_to_end(&mut head).map_err(WorkbookError::damaged)?;
    if head.starts_with(COMPOUND_FILE) {
        let encrypted = count(file, ENCRYPTED_PACKAGE)? > 0;
        return Err(if encrypted { WorkbookError::Encrypted } else { WorkbookError::Xls });
    }
    if !head.starts_with(ZIP) {
        return Err(if is_text(&head) { WorkbookError::PlainText } else { WorkbookError::NotAWorkbook });
    }
    if count(file, CENTRAL_ENTRY)? > limits.parts {
        return Err(WorkbookError::TooManyParts { max: limits.parts });
    }
    rewind(file)
}

fn rewind(file: &mut impl Seek) -> Result<(), WorkbookError> {
    file.seek(SeekFrom::Start(0)).map(|_| ()).map_err(WorkbookError::damaged)
}

/// How often a pattern occurs in the whole file, read in pieces that overlap by its length.
fn count(file: &mut (impl Read + Seek), pattern: &[u8]) -> Result<u64, WorkbookError> {
    rewind(file)?;
    let overlap = pattern.len() - 1;
    let mut found = 0;
    let mut window = Vec::with_capacity(256 << 10);
    loop {
        let read = file
            .take((128 << 10) - window.len() as u64)
            .read_to_end(&mut window)
            .map_err(WorkbookError::damaged)?;
        found += window.windows(pattern.len()).filter(|at| *at == pattern).count() as u64;
        if read == 0 {
            return Ok(found);
        }
        window.drain(..window.len().saturating_sub(overlap));
    }
}

/// Text has a byte order mark, or no control characters but the usual ones.
fn is_text(head: &[u8]) -> bool {
    let marked = [&[0xEF, 0xBB, 0xBF][..], &[0xFF, 0xFE], &[0xFE, 0xFF]];
    marked.iter().any(|mark| head.starts_with(mark))
        || (!head.is_empty() && head.iter().all(|byte| matches!(byte, b'\t' | b'\n' | b'\r' | 0x20..)))
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    #[test]
    fn a_pattern_across_two_pieces_is_counted_once() {
        let mut bytes = vec![0; 300_000];
        for at in [0, (128 << 10) - 2, 200_000] {
            bytes[at..at + 4].copy_from_slice(CENTRAL_ENTRY);
        }
        assert_eq!(count(&mut Cursor::new(bytes), CENTRAL_ENTRY), Ok(3));
    }
}
