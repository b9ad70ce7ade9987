//! The zip archive of a workbook, measured whole before anything parses it.

use std::io::{self, BufReader, Read, Seek};

use zip::{CompressionMethod, ZipArchive, read::ZipFile};

use super::{Limits, WorkbookError, content_type, part};

/// Parts smaller than this may compress as well as they like.
const RATIO_FREE_BYTES: u64 = 1 << 20;

/// Inflates every part once, in pieces, and lets only a plain workbook within its limits through.
///
/// Reading to the end is what proves a part: the size and checksum in its header are only claims.
pub(super) fn inspect(file: &mut (impl Read + Seek), limits: &Limits) -> Result<(), WorkbookError> {
    let mut archive = ZipArchive::new(file).map_err(WorkbookError::damaged)?;
    content_type::require_xlsx(&mut archive)?;
    inspect_directory(&mut archive, limits)?;
    let mut left = limits.inflated_bytes;
    for index in 0..archive.len() {
        let entry = archive.by_index(index).map_err(WorkbookError::damaged)?;
        left = left.saturating_sub(inspect_part(entry, left, limits)?);
    }
    Ok(())
}

/// Names, sizes and places, as the directory claims them.
fn inspect_directory<R: Read + Seek>(
    archive: &mut ZipArchive<R>,
    limits: &Limits,
) -> Result<(), WorkbookError> {
    if archive.len() as u64 > limits.parts {
        return Err(WorkbookError::TooManyParts { max: limits.parts });
    }
    // Also: no entry lies over another, none is listed twice, none is hidden from the directory.
    archive
        .validate_header_consistency()
        .map_err(|error| WorkbookError::UnsafeArchive { part: error.to_string() })?;
    let mut claimed = 0_u64;
    for index in 0..archive.len() {
        let entry = archive.by_index_data(index).map_err(WorkbookError::damaged)?;
        let name = entry.name().map_err(WorkbookError::damaged)?.into_owned();
        if !is_plain_name(&name) {
            return Err(WorkbookError::UnsafeArchive { part: name });
        }
        if entry.encrypted() {
            return Err(WorkbookError::Encrypted);
        }
        if !matches!(entry.compression(), CompressionMethod::Stored | CompressionMethod::Deflated) {
            return Err(WorkbookError::UnsafeArchive { part: name });
        }
        claimed = claimed.saturating_add(entry.size());
        let allowed = entry.compressed_size().saturating_mul(limits.ratio).max(RATIO_FREE_BYTES);
        if entry.size() > allowed || claimed > limits.inflated_bytes {
            return Err(WorkbookError::InflatesTooFar { part: name });
        }
    }
    Ok(())
}

fn is_plain_name(name: &str) -> bool {
    !name.is_empty()
        && !name.starts_with('/')
        && !name.contains(['\\', '\0', ':'])
        && name.split('/').all(|step| step != ".." && step != ".")
}

/// Reads one part to its end; returns how many bytes it really has.
fn inspect_part<R: Read>(entry: ZipFile<'_, R>, left: u64, limits: &Limits) -> Result<u64, WorkbookError> {
    let name = entry.name().map_err(WorkbookError::damaged)?.into_owned();
    let claimed = entry.size();
    if claimed > left {
        return Err(WorkbookError::InflatesTooFar { part: name });
    }
    // One byte more than claimed is enough to catch a lie.
    let mut reader = BufReader::new(entry.take(claimed + 1));
    if is_xml(&name) {
        part::inspect(&mut reader, &name, limits)?;
    }
    io::copy(&mut reader, &mut io::sink()).map_err(WorkbookError::damaged)?;
    let read = claimed + 1 - reader.get_ref().limit();
    if read == claimed { Ok(read) } else { Err(WorkbookError::InflatesTooFar { part: name }) }
}

/// What the parser reads as XML, and so what is scanned as XML.
pub(super) fn is_xml(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    [".xml", ".rels"].iter().any(|extension| name.ends_with(extension))
}
